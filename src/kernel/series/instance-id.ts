/** The series and original start that an instance id (`uid#original-start`) names, or null where it is no instance id. */
export function partsOfInstanceId(id: string): { series: string; original: string } | null {
  const parts = /^([\s\S]*)#(\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{3})?Z)?)$/.exec(id)
  return parts ? { series: parts[1] ?? '', original: parts[2] ?? '' } : null
}

export const instanceId = (series: string, original: string): string => `${series}#${original}`
