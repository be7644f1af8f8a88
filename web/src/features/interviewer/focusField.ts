/** Goes to the field that the server or the check names, `ratings.<criterion>.<part>`. */
export function focusField(field: string | undefined): void {
  if (field === undefined) {
    return;
  }
  // After the messages were rendered, which may move the field.
  requestAnimationFrame(() => {
    const element = [...document.querySelectorAll<HTMLElement>('[data-field]')].find(
      (candidate) => candidate.dataset.field === field,
    );
    element?.focus({ preventScroll: true });
    (element?.closest('fieldset') ?? element)?.scrollIntoView({ block: 'center' });
  });
}
