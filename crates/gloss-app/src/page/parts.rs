use super::PageBlock;
use gloss_text::BlockKind;
use std::rc::Rc;

/// Bytes of text from which on a part is complete: half a screen or so.
const LENGTH: usize = 1200;

/// Cuts a page into parts that are drawn and laid out one by one, so that a long article costs no more than what of it
/// is near the window. A run of page furniture is a part of its own, however long, and the blocks that a label is beside
/// are not cut apart.
pub fn parts(blocks: &[Rc<PageBlock>]) -> Vec<&[Rc<PageBlock>]> {
    let furniture = |block: &PageBlock| block.block.kind == BlockKind::Furniture;
    let (mut begun, mut labelled) = (0, 0_usize);
    let together = |a: &Rc<PageBlock>, b: &Rc<PageBlock>| {
        labelled = a.label.as_ref().map_or(labelled, |label| label.blocks).saturating_sub(1);
        let full = !furniture(a) && labelled == 0 && b.extent.start - begun >= LENGTH;
        let apart = full || furniture(a) != furniture(b);
        if apart {
            begun = b.extent.start;
        }
        !apart
    };
    blocks.chunk_by(together).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Speech,
        page::{Layers, lay_out},
    };
    use gloss_analysis::Analysis;
    use gloss_ingest::plain_text;
    use gloss_text::Article;

    #[test]
    fn parts_are_short_and_keep_furniture_apart() {
        let text = format!("{}Leave a Reply\nShare this:\n", "A sentence of some words. ".repeat(8) + "\n")
            .repeat(100);
        let article = Article::new("a".parse().unwrap(), plain_text(text));
        let blocks = lay_out(&article, &Analysis::default(), &Speech::default(), &[], Layers::default());
        let parts = parts(&blocks);
        assert_eq!(parts.iter().map(|part| part.len()).sum::<usize>(), blocks.len());
        for part in parts {
            let kinds: Vec<bool> =
                part.iter().map(|block| block.block.kind == BlockKind::Furniture).collect();
            assert!(kinds.windows(2).all(|pair| pair[0] == pair[1]));
            let length = part[part.len() - 1].extent.end - part[0].extent.start;
            assert!(length < 2 * LENGTH, "{length}");
        }
    }
    #[test]
    fn the_blocks_of_one_utterance_stay_together() {
        let long = "We have looked at all of it and found nothing new. ".repeat(14);
        let text = format!("{long}\nMary Smith said: “{long}\n“{long}\n“{long}”\n{long}\n{long}");
        let article = Article::new("a".parse().unwrap(), plain_text(text));
        let analysis = gloss_analysis::analyse(&article, &gloss_analysis::Model::default());
        let blocks = lay_out(&article, &analysis, &Speech::default(), &[], Layers::default());
        let at = blocks.iter().position(|block| block.label.is_some()).expect("a label");
        assert_eq!(blocks[at].label.as_ref().map(|label| label.blocks), Some(3));
        let begins: Vec<usize> = parts(&blocks).iter().map(|part| part[0].extent.start).collect();
        assert!(
            !begins.contains(&blocks[at + 1].extent.start) && !begins.contains(&blocks[at + 2].extent.start)
        );
    }
}
