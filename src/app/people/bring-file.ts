import { fail, type Result } from '#domain/shared/result.ts';
import { ask } from '../api/ask.ts';
import { api, inNameOf } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';

/** The server says the same, after all of it has been sent. */
const mostBytes = 8 * 1024 * 1024;

/** Brings a PDF or a picture to the server, which knows it by its hash from then on. */
export async function bringFile(file: File, officerId: string): Promise<Result<{ hash: string }, Problem>> {
  if (file.size > mostBytes) return fail({ code: 'file.too-large', status: 422 });
  const base64 = await base64Of(file);
  return ask(() => api.api.files.$post({ json: { base64 } }, inNameOf(officerId)));
}

/** @throws when the device does not give the file away */
export const base64Of = (file: File) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
