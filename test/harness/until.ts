/** Waits for something that happens beside the test. */
export async function until(holds: () => boolean, waitMs = 5000): Promise<void> {
  for (let waitedMs = 0; !holds(); waitedMs += 5) {
    if (waitedMs > waitMs) throw new Error('it did not happen')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
