/** A text without the title that it may begin with: the page shows the title itself. */
export function withoutTitle(markdown: string): string {
  return markdown.replace(/^\s*# [^\n]*\n/, '');
}
