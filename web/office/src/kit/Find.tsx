import type { Named } from '@qudao/shared/api';
import { useQueries, useQuery } from '@tanstack/react-query';
import { AutoComplete, Select } from 'antd';
import { useState } from 'react';
import styles from './kit.module.css';
import { type Look, looks } from './Pick';
import { useRested } from './typed';

/** A place where there are too many things to list them all: the server finds them, by pinyin too. */
export interface Finder {
  key: string;
  find: (text: string, signal: AbortSignal) => Promise<Named[]>;
}

function useFound(finder: Finder, chosen: readonly string[]) {
  const [typed, setTyped] = useState('');
  const text = useRested(typed.trim());
  const list = useQuery({
    queryKey: [finder.key, 'find', text],
    queryFn: ({ signal }) => finder.find(text, signal),
    staleTime: 60_000,
  });
  // What was chosen before this page was opened is known by its code alone.
  const known = useQueries({
    queries: chosen.map((code) => ({
      queryKey: [finder.key, 'name', code],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (await finder.find(code, signal)).find((one) => one.code === code) ?? { code, name: code },
      staleTime: 300_000,
    })),
  });
  const names = known.flatMap((query) => (query.data ? [query.data] : []));
  const rest = (list.data ?? []).filter((one) => !chosen.includes(one.code));
  return { options: typed ? rest : [...names, ...rest], names, loading: list.isFetching, setTyped };
}

const withCode = ({ code, name }: Named) => ({ value: code, label: name, code });

/** One of very many things. */
export function FindOne({
  finder,
  value,
  onChange,
  ...look
}: Look & { finder: Finder; value: string; onChange: (code: string) => void }) {
  const chosen = value ? [value] : [];
  const { options, names, loading, setTyped } = useFound(finder, chosen);
  return (
    <Select<{ value: string; label: string }>
      {...looks(look)}
      labelInValue
      options={options.map(withCode)}
      value={value ? { value, label: names[0]?.name ?? value } : null}
      onChange={(one) => onChange(one?.value ?? '')}
      optionRender={(option) => <Found name={String(option.label)} code={String(option.value)} />}
      loading={loading}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      popupMatchSelectWidth={false}
    />
  );
}

/** Some of very many things. */
export function FindMany({
  finder,
  value,
  onChange,
  ...look
}: Look & { finder: Finder; value: readonly string[]; onChange: (codes: string[]) => void }) {
  const { options, names, loading, setTyped } = useFound(finder, value);
  const nameOf = (code: string) => names.find((one) => one.code === code)?.name ?? code;
  return (
    <Select<{ value: string; label: string }[]>
      {...looks(look)}
      mode="multiple"
      labelInValue
      options={options.map(withCode)}
      value={value.map((code) => ({ value: code, label: nameOf(code) }))}
      onChange={(all) => onChange(all.map((one) => one.value))}
      optionRender={(option) => <Found name={String(option.label)} code={String(option.value)} />}
      loading={loading}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
    />
  );
}

/** A code that may be typed as it is; what is found for it is offered. */
export function FindCode({
  finder,
  value,
  onChange,
  ...look
}: Look & { finder: Finder; value: string; onChange: (code: string) => void }) {
  const text = useRested(value.trim());
  const list = useQuery({
    queryKey: [finder.key, 'find', text],
    queryFn: ({ signal }) => finder.find(text, signal),
    staleTime: 60_000,
  });
  return (
    <AutoComplete<string>
      {...looks(look)}
      options={(list.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      optionRender={(option) => <Found name={String(option.label)} code={String(option.value)} />}
      value={value}
      onChange={(code) => onChange(code ?? '')}
      allowClear
      popupMatchSelectWidth={false}
    />
  );
}

function Found({ name, code }: { name: string; code: string }) {
  return (
    <span className={styles.found}>
      {name}
      {code !== name && <small>{code}</small>}
    </span>
  );
}
