using GenNet;

namespace CharacterModel;

/// <summary>A recurrent network: what it has read stands in 128 numbers, which every character changes.</summary>
[Network(Targets = Targets.Classes)]
[Input(Corpus.Window)]
[Embedding(Alphabet.Size, 64)]
[Gru(128, Output = Steps.All)]
[Dense(Alphabet.Size, Activation.Softmax)]
internal sealed partial class GruNet;

/// <summary>
/// A block of a decoder: attention to the characters so far, then a layer, both beside a way past (Vaswani et al., "Attention is all you need", 2017, with the normalisation
/// first). Attention is slow to learn what stands directly before what, so causal convolutions give it that: one along each feature before the attention, as in "Primer"
/// (So et al., 2021), and the layer behind sees a character and the one before it.
/// </summary>
[Block]
[LayerNorm]
[Conv1D(64, 4, Causal = true, Groups = 64)]
[SelfAttention(4, Causal = true)]
[Residual(3)]
[LayerNorm]
[Conv1D(256, 2, Activation.GELUTanh, Causal = true)]
[Dense(64)]
[Residual(3)]
internal sealed class DecoderBlock;

/// <summary>A decoder: two blocks of attention, which a causal convolution tells of four characters at once. The tables are drawn small, so that the blocks are heard beside them
/// from the beginning.</summary>
[Network(Targets = Targets.Classes)]
[Input(Corpus.Window)]
[Embedding(Alphabet.Size, 64, Init = Init.Normal, InitDeviation = 0.1)]
[PositionEmbedding(Init = Init.Normal, InitDeviation = 0.1)]
[Conv1D(64, 4, Causal = true)]
[Residual(1)]
[Layers(typeof(DecoderBlock), Repeat = 2)]
[LayerNorm]
[Dense(Alphabet.Size, Activation.Softmax)]
internal sealed partial class DecoderNet;
