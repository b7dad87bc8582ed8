/** Puts the focus on the first field of a form that is wrong, once the form has been painted with its errors. */
export function focusFirstInvalid(form: HTMLElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
