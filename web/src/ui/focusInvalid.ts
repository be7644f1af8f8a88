/** For a form's failed check: puts the focus on the first field at fault, in the order of the page. */
export function focusInvalid(
  _errors: unknown,
  _values: unknown,
  event?: { currentTarget: EventTarget },
) {
  const form = event?.currentTarget;
  if (form instanceof HTMLFormElement) {
    // After the messages were rendered, which mark the fields.
    requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }
}
