/** What somebody does who only has a keyboard. */
import type { Locator, Page } from 'playwright'
import { expect } from 'vitest'

/** More presses of a key than any page, menu or list here needs. */
const MOST_PRESSES = 250

export function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((own) => own === document.activeElement)
}

/** Waits until the control has the focus. */
export async function focused(control: Locator): Promise<void> {
  await control.waitFor()
  await expect.poll(() => hasFocus(control)).toBe(true)
}

/** Presses a key until the control has the focus. */
export async function keyTo(page: Page, key: string, control: Locator): Promise<void> {
  await control.waitFor()
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    if (await hasFocus(control)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not reach ${String(control)}`)
}

/** Presses Tab until the control has the focus. */
export function tabTo(page: Page, control: Locator): Promise<void> {
  return keyTo(page, 'Tab', control)
}

/** Tabs to a control and presses Enter on it. */
export async function enter(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control)
  await page.keyboard.press('Enter')
}

/** Tabs to a field and types; what a list begins with chooses from it. */
export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(text)
}

/** Tabs to a box or a card and chooses it. Of cards with one answer only the chosen one is a tab stop, so arrows go on from there. */
export async function choose(page: Page, answer: Locator): Promise<void> {
  const group = await answer.getAttribute('name')
  if (group === null || (await answer.getAttribute('type')) !== 'radio') {
    await tabTo(page, answer)
    await page.keyboard.press('Space')
    return
  }
  const chosen = () => page.evaluate(() => (document.activeElement instanceof HTMLInputElement ? document.activeElement.name : ''))
  await answer.waitFor()
  for (let tabs = 0; tabs < MOST_PRESSES && (await chosen()) !== group; tabs++) await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  for (let steps = 0; steps < 12 && !(await answer.isChecked()); steps++) await page.keyboard.press('ArrowDown')
}

/** Presses Enter on a control, wherever the focus was before. */
export async function press(control: Locator): Promise<void> {
  await control.focus()
  await control.press('Enter')
}

/** Goes to an entry of the menu that was opened with the arrow keys, and chooses it. */
export async function pick(entry: Locator): Promise<void> {
  const page = entry.page()
  // A menu puts the focus on its first entry once it is open.
  await page.locator('[role^="menuitem"]:focus').waitFor()
  await keyTo(page, 'ArrowDown', entry)
  await page.keyboard.press('Enter')
}

/** Opens a menu and chooses from it with the arrow keys. */
export async function chooseFrom(
  menu: Locator,
  name: string | RegExp,
  role: 'menuitem' | 'menuitemcheckbox' | 'menuitemradio' = 'menuitem',
): Promise<void> {
  await press(menu)
  await pick(menu.page().getByRole(role, { name, exact: true }))
}

/**
 * Puts the caret of the editor that has the focus before its first word, or after the last of a text that ends with a paragraph. For 20 ms
 * after an editor was entered ProseMirror puts the caret back where it was; nobody presses that fast but a test, so it presses again until
 * the editor itself says where the caret is.
 */
export async function caretTo(page: Page, key: 'Home' | 'End'): Promise<void> {
  const away = async () => {
    await page.keyboard.press(`Control+${key}`)
    return page.evaluate((end) => {
      type Editor = {
        readonly state: { readonly selection: { readonly head: number }; readonly doc: { readonly content: { readonly size: number } } }
      }
      const { editor } = document.activeElement as unknown as { readonly editor?: Editor }
      return editor && editor.state.selection.head - (end ? editor.state.doc.content.size - 1 : 1)
    }, key === 'End')
  }
  await expect.poll(away).toBe(0)
}
