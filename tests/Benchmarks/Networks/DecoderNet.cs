namespace GenNet.Benchmarks.Networks;

/// <summary>A block of a decoder: causal attention, then a layer for each step by itself, both beside a way past.</summary>
[Block]
[LayerNorm]
[SelfAttention(4, Causal = true)]
[Residual(2)]
[LayerNorm]
[Dense(256, Activation.GELUTanh)]
[Dense(64)]
[Residual(3)]
public class DecoderBlock;

/// <summary>The decoder of docs/sequences.md: 64 letters of 65, of each the next one.</summary>
[Network(Targets = Targets.Classes)]
[Input(64)]
[Embedding(65, 64)]
[PositionEmbedding]
[Layers(typeof(DecoderBlock), Repeat = 2)]
[LayerNorm]
[Dense(65, Activation.Softmax)]
public partial class DecoderNet;
