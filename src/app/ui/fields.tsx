import { type ReactNode, useId } from 'react';
import './fields.css';

export type FieldProps = {
  label: string;
  name: string;
  /** What helps to fill it in, read out with it. */
  hint?: ReactNode;
  /** What is wrong with it, as a sentence. */
  fault?: string | false | null | undefined;
};

/** Names what belongs to a field, so that a screen reader says hint and fault with it (WCAG 1.3.1, 3.3.1). */
export function useParts({ hint, fault }: Pick<FieldProps, 'hint' | 'fault'>) {
  const id = useId();
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return { id, about: { 'aria-invalid': Boolean(fault), ...(described && { 'aria-describedby': described }) } };
}

export function Around({ id, label, hint, fault, children }: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {children}
      {fault && (
        <p id={`${id}-fault`} className="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

type TextFieldProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'password' | 'date' | 'number' | 'search';
  inputMode?: 'numeric' | 'text';
  autoComplete?: string;
  max?: number;
  rows?: number;
};

/** One line, or several with `rows`; `max` in characters. */
export function TextField({
  value,
  onChange,
  type = 'text',
  inputMode,
  autoComplete = 'off',
  max,
  rows,
  ...field
}: TextFieldProps) {
  const { id, about } = useParts(field);
  const common = {
    id,
    name: field.name,
    value,
    ...about,
    ...(max !== undefined && { maxLength: max }),
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  return (
    <Around id={id} {...field}>
      {rows ? (
        <textarea {...common} rows={rows} />
      ) : (
        <input
          {...common}
          type={type}
          autoComplete={autoComplete}
          spellCheck={false}
          {...(inputMode && { inputMode })}
        />
      )}
    </Around>
  );
}

type ChoiceFieldProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
};

export function ChoiceField({ value, onChange, options, ...field }: ChoiceFieldProps) {
  const { id, about } = useParts(field);
  return (
    <Around id={id} {...field}>
      <select
        id={id}
        name={field.name}
        value={value}
        {...about}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Around>
  );
}

type TickFieldProps = { label: ReactNode; checked: boolean; onChange: (checked: boolean) => void; hint?: string };

export function TickField({ label, checked, onChange, hint }: TickFieldProps) {
  const { id, about } = useParts({ hint });
  return (
    <div className="field tick">
      <label htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={checked}
          {...about}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
