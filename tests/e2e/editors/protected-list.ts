/** Fields that are never read or written. Each is the one that holds “secret words of mine”. */
export const protectedFields: Record<string, string> = {
  "a password": `<input type="password" VALUE>`,
  "a password that is shown": `<input type="text" autocomplete="current-password" VALUE>`,
  "a new password": `<input type="text" autocomplete="section-a new-password" VALUE>`,
  "a one-time code": `<input autocomplete="one-time-code" VALUE>`,
  "a code by its name": `<input name="otp" VALUE>`,
  "a code by its label": `<label>Verification code <input VALUE></label>`,
  "a card’s number": `<input autocomplete="cc-number" VALUE>`,
  "a card’s number by its name": `<input name="cardNumber" VALUE>`,
  "a card’s number by its id": `<input id="card_number" VALUE>`,
  "a card’s code": `<input autocomplete="billing cc-csc" VALUE>`,
  "a card’s code by its name": `<input name="cvv" VALUE>`,
  "a card’s holder": `<input autocomplete="cc-name" VALUE>`,
  "a card’s date": `<input autocomplete="cc-exp" VALUE>`,
  "an account by its label": `<input aria-label="IBAN" VALUE>`,
  "a PIN by its placeholder": `<input placeholder="Your PIN" VALUE>`,
  "a recovery phrase": `<textarea name="recovery-phrase">TEXT</textarea>`,
  "a masked field": `<input style="-webkit-text-security: disc" VALUE>`,
  "a read-only input": `<input readonly VALUE>`,
  "a read-only text area": `<textarea readonly>TEXT</textarea>`,
  "a disabled input": `<input disabled VALUE>`,
  "a disabled text area": `<textarea disabled>TEXT</textarea>`,
  "a field of a disabled group": `<fieldset disabled><input VALUE></fieldset>`,
  "a hidden input": `<input type="hidden" VALUE>`,
  "a field that is not shown": `<textarea style="display: none">TEXT</textarea>`,
  "an invisible field": `<textarea style="visibility: hidden">TEXT</textarea>`,
  "an inert field": `<div inert><textarea>TEXT</textarea></div>`,
  "an editor that is read-only": `<div contenteditable="true" role="textbox" aria-readonly="true">TEXT</div>`,
  "an editor that is disabled": `<div contenteditable="true" role="textbox" aria-disabled="true">TEXT</div>`,
  "an editor hidden from readers": `<div aria-hidden="true"><div contenteditable="true">TEXT</div></div>`,
};

/** What stands in them. */
export const secret = "secret words of mine";

/** The page of one of them. */
export function protectedPage(field: string): string {
  return field.replace("VALUE", `value="${secret}"`).replace("TEXT", secret);
}
