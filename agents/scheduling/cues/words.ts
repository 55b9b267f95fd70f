/** A list written as text: `words('meeting, stand up, call')`. */
export function words(list: string): readonly string[] {
  return list.split(',').map((word) => word.trim())
}
