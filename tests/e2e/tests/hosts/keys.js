// Presses keys in the fields that `it` selects and on buttons, and gives those that the page should hear and does not,
// or hears and should not.
const TYPED = "s S / ? 7 ß ж 語 😀 Dead Process Unidentified Enter Backspace Delete ArrowLeft Home PageDown".split(" ");
const PASSING = "Tab F1 F10 Shift Control AltGraph MediaPlayPause".split(" ");
const CHORDS = [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { ctrlKey: true, shiftKey: true }];
const ALT_GR = { ctrlKey: true, altKey: true, modifierAltGraph: true };
const whole = { bubbles: true, composed: true, cancelable: true };
const wrong = [];
const check = (place, passes, key, more) => {
  recorded.keys.length = 0;
  one(place).dispatchEvent(new KeyboardEvent("keydown", { key, ...whole, ...more }));
  if (recorded.keys.length > 0 !== passes) wrong.push(`${place}: ${key} ${JSON.stringify(more ?? {})}`);
};

for (const place of it) {
  // The search takes Escape for itself.
  if (place !== "#search-input") check(place, true, "Escape");
  for (const key of PASSING) check(place, true, key);
  for (const more of CHORDS) for (const key of ["k", "K", "7", "ArrowLeft", "Enter"]) check(place, true, key, more);
  for (const key of [...TYPED, " "]) check(place, false, key);
  // AltGr and the Option key write.
  for (const key of ["@", "{", "€"]) check(place, false, key, ALT_GR);
  for (const key of ["@", "ß", "{", "Dead"]) check(place, false, key, { altKey: true });
}
for (const place of ["#risks-button", ".term", "a[data-section]", "summary"]) {
  for (const key of ["s", "/", "ArrowDown", "Escape"]) check(place, true, key);
  for (const key of [" ", "Enter"]) check(place, false, key);
}
// Some browsers make such events when they fill in a form.
one("#own-question").dispatchEvent(new Event("keydown", whole));
return wrong;
