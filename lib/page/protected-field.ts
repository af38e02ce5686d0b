/** Whether a field is one that Sotto never reads or writes: a secret, a payment, or not in use. */
export function isProtected(field: HTMLElement): boolean {
  return isOutOfUse(field) || isSecret(field);
}

function isOutOfUse(field: HTMLElement): boolean {
  return (
    field.matches(":disabled, [type=hidden], [readonly], [inert] *, [inert]") ||
    isTrue(field.ariaReadOnly) ||
    isTrue(field.ariaDisabled) ||
    field.closest("[aria-hidden=true], [aria-disabled=true]") !== null ||
    !field.checkVisibility({ visibilityProperty: true })
  );
}

function isSecret(field: HTMLElement): boolean {
  if (field.matches("[type=password]")) return true;
  const style: unknown = Reflect.get(getComputedStyle(field), "webkitTextSecurity");
  if (typeof style === "string" && style !== "" && style !== "none") return true;
  const purpose = (field.getAttribute("autocomplete") ?? "").toLowerCase();
  if (/(^|\s)(one-time-code|current-password|new-password|cc-[a-z-]+)(\s|$)/.test(purpose))
    return true;
  return namesOf(field).some((name) => secretName.test(inWords(name)));
}

/** What sites call such fields, once a name is split into words. */
const secretName =
  /\b(password|passwd|pwd|passcode|passphrase|secret|pin|otp|totp|2fa|mfa|cvv2?|cvc2?|csc|iban|bic|swift|ssn|pan|(card|cc|account|routing) ?(number|num|no|nr)|cardnumber|ccnumber|ccnum|(card|cc) ?(holder|exp|expiry|expiration|month|year|code)|(security|verification|auth|authentication|one time|sms|sort) ?(code|password)|(exp|expiry|expiration) ?(date|month|year)|seed phrase|recovery phrase)\b/;

function namesOf(field: HTMLElement): string[] {
  const attributes = ["name", "id", "aria-label", "placeholder", "autocomplete", "data-testid"];
  const labels = "labels" in field ? [...((field as HTMLInputElement).labels ?? [])] : [];
  return [
    ...attributes.map((name) => field.getAttribute(name) ?? ""),
    ...labels.map((label) => label.textContent.slice(0, 200)),
  ];
}

function inWords(name: string): string {
  return name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .toLowerCase();
}

function isTrue(value: string | null): boolean {
  return value === "true";
}
