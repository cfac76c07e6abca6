using System;

namespace GenNet;

/// <summary>
/// Makes the class a block: its layers follow as attributes, in order, to be put into networks and other blocks by
/// <see cref="LayersAttribute">[Layers(typeof(TheClass))]</see>. Nothing is written into the class.
/// </summary>
/// <remarks>
/// A layer of a block that states no number of inputs takes it from the layer before it at the place where the block is used. A block may stand in another
/// assembly, and must not be generic.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BlockAttribute : Attribute
{
}
