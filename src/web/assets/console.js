import { liveForms } from './forms.js'
import { listen } from './live.js'
import { startTalk } from './talk.js'
import { hideWhenOver } from './undo.js'

// Every page works without any of this: it only saves reloading.
const talk = startTalk()
liveForms()
hideWhenOver(document)
if (document.querySelector('[data-live]'))
  listen((added) => {
    hideWhenOver(document)
    talk.drawn(added)
  })
