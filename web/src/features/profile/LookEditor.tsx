import { useTranslation } from 'react-i18next';
import type { AvatarData } from '@/generated/schema';
import { CHOICES } from '@/lib/looks';
import { Face } from '@/ui/Face';
import css from './LookEditor.module.css';

interface LookEditorProps {
  look: AvatarData;
  onChange: (look: AvatarData) => void;
}

/** Every part of a look, to pick with a finger or the arrow keys. */
export function LookEditor({ look, onChange }: LookEditorProps) {
  const { t } = useTranslation();
  const set = (patch: Partial<AvatarData>) => onChange({ ...look, ...patch });
  return (
    <div className={css.parts}>
      <Swatches
        label={t('profile.skin')}
        name="skin"
        colours={CHOICES.skin}
        value={look.skin}
        onPick={(skin) => set({ skin })}
      />
      <Pictures
        label={t('profile.hair')}
        name="hair"
        options={CHOICES.hair.map((hair) => ({
          value: hair,
          label: t(`profile.hairs.${hair}`),
          look: { ...look, hair },
        }))}
        value={look.hair}
        onPick={(hair) => set({ hair })}
      />
      <Swatches
        label={t('profile.hairColour')}
        name="hairColour"
        colours={CHOICES.hairColour}
        value={look.hairColour}
        onPick={(hairColour) => set({ hairColour })}
      />
      <Words
        label={t('profile.outfit')}
        name="outfit"
        options={CHOICES.outfit.map((outfit) => ({ value: outfit, label: t(`profile.outfits.${outfit}`) }))}
        value={look.outfit}
        onPick={(outfit) => set({ outfit })}
      />
      <Swatches
        label={t('profile.outfitColour')}
        name="outfitColour"
        colours={CHOICES.outfitColour}
        value={look.outfitColour}
        onPick={(outfitColour) => set({ outfitColour })}
      />
      <Pictures
        label={t('profile.expression')}
        name="expression"
        options={CHOICES.expression.map((expression) => ({
          value: expression,
          label: t(`profile.expressions.${expression}`),
          look: { ...look, expression },
        }))}
        value={look.expression}
        onPick={(expression) => set({ expression })}
      />
      <Words
        label={t('profile.accessory')}
        name="accessory"
        options={CHOICES.accessory.map((accessory) => ({
          value: accessory,
          label: t(`profile.accessories.${accessory}`),
        }))}
        value={look.accessory}
        onPick={(accessory) => set({ accessory })}
      />
    </div>
  );
}

interface Picker<T> {
  label: string;
  name: string;
  value: T;
  onPick: (value: T) => void;
}

function Swatches({ label, name, colours, value, onPick }: Picker<string> & { colours: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className={css.row}>
        {colours.map((colour, index) => (
          <label key={colour} className={css.swatch}>
            <input type="radio" name={name} checked={value === colour} onChange={() => onPick(colour)} />
            <span style={{ background: colour }} />
            <span className="visually-hidden">{t('profile.colour', { number: index + 1 })}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Words<T extends string>({
  label,
  name,
  options,
  value,
  onPick,
}: Picker<T> & { options: { value: T; label: string }[] }) {
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className={css.row}>
        {options.map((option) => (
          <label key={option.value} className={css.word}>
            <input
              type="radio"
              name={name}
              checked={value === option.value}
              onChange={() => onPick(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Pictures<T extends string>({
  label,
  name,
  options,
  value,
  onPick,
}: Picker<T> & { options: { value: T; label: string; look: AvatarData }[] }) {
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className={css.row}>
        {options.map((option) => (
          <label key={option.value} className={css.picture} title={option.label}>
            <input
              type="radio"
              name={name}
              checked={value === option.value}
              onChange={() => onPick(option.value)}
            />
            <Face look={option.look} size={52} />
            <span className="visually-hidden">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
