import type { KeptImage } from '#lib/domain/images/image.ts';
import { shadowPath, templatePath, typstCompiler } from './typst-compiler.ts';

/** Whether the bytes are an image to the end: a damaged one would break every document that it stands in. */
export async function canBeDrawn(image: KeptImage): Promise<boolean> {
  const compiler = await typstCompiler([]);
  const mainFileContent = `#image("${templatePath(0)}", format: "${typstFormat(image)}")`;
  try {
    compiler.mapShadow(shadowPath(0), Buffer.from(image.data, 'base64'));
    return !compiler.compile({ mainFileContent }).hasError();
  } finally {
    compiler.resetShadow();
    compiler.evictCache(0);
  }
}

/** As Typst calls it. */
export function typstFormat({ type }: Pick<KeptImage, 'type'>): string {
  return type === 'jpeg' ? 'jpg' : type;
}
