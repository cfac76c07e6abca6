using System;
using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing;

/// <summary>A layer attribute at its place in a network, blocks expanded.</summary>
/// <param name="Attribute">The attribute, of the network's class or of a block's.</param>
/// <param name="Parse">Its parser, or null where a mistake has left a gap: nobody knows how many layers are missing.</param>
/// <param name="Place">Its place.</param>
internal sealed record PlacedLayer(AttributeData Attribute, Func<LayerContext, LayerModel>? Parse, LayerPlace Place);

/// <summary>The place of an attribute in a network.</summary>
/// <param name="Location">What its mistakes are reported on: the attribute, or the [Layers] of the network that has put it there.</param>
/// <param name="InBlock">What a message on it begins with, or null for an attribute of the network itself.</param>
/// <param name="Block">The block that it stands in, or null.</param>
/// <param name="Copy">The number of the block's copy with a dot, those of the blocks around it before it: <c>1.0.</c></param>
/// <param name="First">The first layer of that copy, or of the network, in the expanded list.</param>
internal sealed record LayerPlace(Location Location, string? InBlock, INamedTypeSymbol? Block, string Copy, int First);
