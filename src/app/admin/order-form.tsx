import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFile } from '#domain/course/agency-order.ts';
import { type Language, languages } from '#domain/course/closed-lists.ts';
import type { Settings } from '#server/agency/see-settings.ts';
import { ProblemNote } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useSend } from '../api/use-send.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { ChoiceField, TextField, TickField } from '../ui/fields.tsx';
import { OrderFileField } from './order-file-field.tsx';

type OrderFormProps = { settings: Settings; onPublished: () => void };

export function OrderForm({ settings, onPublished }: OrderFormProps) {
  const { t } = useTranslation('admin');
  const { language } = useLanguage();
  const { course, questions, today } = settings;
  const [hasOrder, setHasOrder] = useState(course.order !== null);
  const [number, setNumber] = useState(course.order?.number ?? '');
  const [date, setDate] = useState(course.order?.date ?? today);
  const [text, setText] = useState({ en: course.order?.text.en ?? '', es: course.order?.text.es ?? '' });
  const [files, setFiles] = useState<{ [Each in Language]?: OrderFile | undefined }>(course.order?.files ?? {});
  const [office, setOffice] = useState(course.review?.office ?? '');
  const [reviewDate, setReviewDate] = useState(course.review?.date ?? today);
  const [answers, setAnswers] = useState(course.answers);
  const [startsOn, setStartsOn] = useState([settings.startsOn, today].sort().at(-1) ?? today);
  const [counts, setCounts] = useState(true);
  const [tried, setTried] = useState(false);
  const { send, isSending, problem } = useSend();

  async function publish(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (hasOrder && (!number.trim() || !date)) return;
    const item = {
      order: hasOrder ? { number: number.trim(), date, text, files } : null,
      review: office.trim() ? { office: office.trim(), date: reviewDate } : null,
      answers: Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== '')),
      startsOn,
      counts,
    };
    const taken = await send(item, (id, inOwnName) =>
      ask(() => api.api.agency.order.$post({ json: { id, ...item } }, inOwnName)),
    );
    if (taken) onPublished();
  }

  return (
    <form className="form" noValidate onSubmit={(event) => void publish(event)}>
      <TickField label={t('order.own')} checked={hasOrder} hint={t('order.ownHint')} onChange={setHasOrder} />
      {hasOrder && (
        <>
          <TextField
            label={t('order.number')}
            name="number"
            value={number}
            max={60}
            fault={tried && !number.trim() && t('order.numberless')}
            onChange={setNumber}
          />
          <TextField label={t('order.date')} name="date" type="date" value={date} onChange={setDate} />
          {languages.map((each) => (
            <fieldset key={each}>
              <legend>{t(`order.in.${each}`)}</legend>
              <TextField
                label={t('order.text')}
                name={`text-${each}`}
                rows={8}
                max={60_000}
                value={text[each]}
                hint={t('order.textHint')}
                onChange={(value) => setText({ ...text, [each]: value })}
              />
              <OrderFileField
                language={each}
                file={files[each]}
                onFile={(file) => setFiles({ ...files, [each]: file })}
              />
            </fieldset>
          ))}
        </>
      )}
      <fieldset>
        <legend>{t('order.review')}</legend>
        <TextField
          label={t('order.office')}
          name="office"
          value={office}
          max={120}
          hint={t('order.officeHint')}
          onChange={setOffice}
        />
        {office.trim() && (
          <TextField
            label={t('order.reviewDate')}
            name="reviewDate"
            type="date"
            value={reviewDate}
            onChange={setReviewDate}
          />
        )}
      </fieldset>
      <fieldset>
        <legend>{t('order.questions')}</legend>
        <p>{t('order.questionsWords')}</p>
        {questions.map(({ id, question, options }) => (
          <ChoiceField
            key={id}
            label={question[language]}
            name={`answer-${id}`}
            value={answers[id] ?? ''}
            onChange={(answer) => setAnswers({ ...answers, [id]: answer })}
            options={[
              { value: '', label: t('order.notSaid') },
              ...options.map((option) => ({ value: option.id, label: option.words[language] })),
            ]}
          />
        ))}
      </fieldset>
      <TextField
        label={t('order.startsOn')}
        name="startsOn"
        type="date"
        value={startsOn}
        hint={t('order.startsOnHint')}
        onChange={setStartsOn}
      />
      <TickField label={t('order.counts')} checked={counts} hint={t('order.countsHint')} onChange={setCounts} />
      {problem && <ProblemNote problem={problem} />}
      <div className="ways">
        <button type="submit" className="button" aria-disabled={isSending}>
          {t('order.publish')}
        </button>
      </div>
    </form>
  );
}
