/** Whether an answer is the sentence that models are told to give where a page does not say. */
export function isSilent(answer: string): boolean {
  return /^["“*]*the page does not say[."”*]*$/i.test(answer.trim());
}
