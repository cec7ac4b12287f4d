/** What this browser remembers of choices. A frame inside another site may be refused its storage, even the looking into it. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, choice: string): void {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // Blocked or full storage costs the choice at the next visit, nothing that is recorded.
  }
}
