import type { Call, Endpoint } from '@duban/contract/endpoint';
import { App } from 'antd';
import { useState } from 'react';
import { client } from './client.ts';
import { wordsOf } from './error-words.ts';
import { saveFile } from './save-file.ts';

/** Fetches a file and saves it; a refusal is shown as a message. */
export function useDownload<E extends Endpoint<any, any, any, any>>(endpoint: E, name: string) {
  const { message } = App.useApp();
  const [isFetching, setFetching] = useState(false);
  async function fetchFile(input: Call<E>): Promise<void> {
    setFetching(true);
    try {
      saveFile(await client.download(endpoint, input), name);
    } catch (error) {
      void message.error(wordsOf(error).sentence);
    } finally {
      setFetching(false);
    }
  }
  return { fetchFile, isFetching };
}
