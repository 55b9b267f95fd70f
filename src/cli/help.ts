import type { Command } from 'commander'

/** What `--help` prints of every command that can be called, by its name after `nightdesk`; examples are left out. */
export function helpPages(program: Command): Map<string, string> {
  const pages = new Map<string, string>()
  const visit = (command: Command, name: string): void => {
    if (command.commands.length === 0) pages.set(name, command.helpInformation().trimEnd())
    for (const inner of command.commands) visit(inner, `${name} ${inner.name()}`.trim())
  }
  visit(program, '')
  return pages
}

const BLOCK = /<!-- help: ([a-z ]+) -->(?:\n```text\n[\s\S]*?```)?/g

/** A page in Markdown with what `--help` prints put under each `<!-- help: COMMAND -->`. */
export function withHelp(page: string, program: Command): string {
  const pages = helpPages(program)
  return page.replace(BLOCK, (whole, name: string) => {
    const help = pages.get(name)
    return help === undefined ? whole : `<!-- help: ${name} -->\n\`\`\`text\n${help}\n\`\`\``
  })
}
