// The page works without this: it only puts the browser's own time zone into the address the first time.
const own = Intl.DateTimeFormat().resolvedOptions().timeZone
const shown = document.body.dataset.zone
const here = new URL(location.href)
if (own && own !== shown && !here.searchParams.has('zone')) {
  here.searchParams.set('zone', own)
  location.replace(here)
}
