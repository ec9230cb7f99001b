import { useLayoutEffect } from 'react';

/**
 * A style rule of the whole page while the component shows it; null for none. A constructed sheet, and no style element,
 * which the page's content security policy does not allow.
 */
export function useLiveStyle(css: string | null): void {
  useLayoutEffect(() => {
    if (css === null) return undefined;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [css]);
}
