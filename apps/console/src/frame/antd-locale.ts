import type { ConfigProviderProps } from 'antd';
import english from 'antd/es/locale/en_US.js';
import chinese from 'antd/es/locale/zh_CN.js';

type AntdLocale = NonNullable<ConfigProviderProps['locale']>;

// The type checker sees antd's locale files as CommonJS, the bundler as modules; both readings are met here.
const unwrap = (file: unknown): AntdLocale => (file as { default?: AntdLocale }).default ?? (file as AntdLocale);

export function antdLocale(language: string): AntdLocale {
  return unwrap(language === 'en' ? english : chinese);
}
