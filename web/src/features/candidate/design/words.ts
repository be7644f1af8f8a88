/** Words as a person counts them: Markdown's signs alone are none. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,:/_-]*/gu)?.length ?? 0;
}
