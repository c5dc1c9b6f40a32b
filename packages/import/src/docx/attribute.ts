import type { XmlElement } from '../xml.ts'

/** An attribute in the element's own namespace, as WordprocessingML writes them. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes.get(`{${element.space}}${name}`) ?? element?.attributes.get(name)
}

/** Whether a property such as `w:b` is on: there, and not set to false. */
export function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !['0', 'false', 'off', 'none'].includes(attribute(property, 'val') ?? 'true')
}
