/** Longest wait a browser timer can hold. */
const LONGEST_MS = 2 ** 31 - 1

/** Takes undo buttons off the page when their window closes. */
export function hideWhenOver(root) {
  for (const form of root.querySelectorAll('[data-left]')) {
    const left = Number(form.dataset.left)
    delete form.dataset.left
    if (left < LONGEST_MS) setTimeout(() => form.remove(), Math.max(0, left))
  }
}
