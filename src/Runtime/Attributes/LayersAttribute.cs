using System;

namespace GenNet;

/// <summary>The layers of a <see cref="BlockAttribute">[Block]</see>, put here as if they were written here.</summary>
/// <remarks>
/// <para>Tensors are named by the number of the layer in the network, as they would be without the block.</para>
/// <para>A layer with a <see cref="WeightedLayerAttribute.Name"/> keeps it where the network has its block once. Where the network has the block more often,
/// by <see cref="Repeat"/> or by several [Layers], the number of the copy stands before the name, as in PyTorch's nn.Sequential of blocks: <c>fc</c> becomes
/// <c>0.fc</c>, <c>1.fc</c>, and so on. All copies of blocks in a network are counted together, from 0; in a block that holds blocks they are counted anew, and the
/// numbers stand one behind the other: <c>1.0.fc</c> is in the first block of the second.</para>
/// </remarks>
public sealed class LayersAttribute : LayerAttribute
{
    /// <summary>The layers of a block.</summary>
    /// <param name="block">The class marked [Block].</param>
    public LayersAttribute(Type block) => Block = block;

    /// <summary>The class whose layers they are.</summary>
    public Type Block { get; }

    /// <summary>How often they are put here, one behind the other, each time with parameters of its own; 1 by default, and at least.</summary>
    public int Repeat { get; set; } = 1;
}
