using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing;

/// <summary>The layers of a network in a row, those of its blocks put where [Layers] stands.</summary>
internal sealed class LayerExpansion
{
    /// <summary>Each layer becomes methods of its own, in code that somebody is to compile and read.</summary>
    private const int MostLayers = 10_000;

    private readonly List<PlacedLayer> _layers = [];
    private readonly Dictionary<INamedTypeSymbol, int> _copies = new(SymbolEqualityComparer.Default);

    /// <summary>The layers of a network.</summary>
    /// <param name="attributes">The layer attributes of its class.</param>
    /// <param name="reports">Where mistakes of blocks are reported.</param>
    /// <param name="cancellation">Ends the work.</param>
    public LayerExpansion(IReadOnlyList<AttributeData> attributes, LayerReports reports, CancellationToken cancellation)
    {
        var blocks = new BlockReader(reports, cancellation);
        var items = ImmutableArray.CreateBuilder<LayerItem>();
        Quantity count = 0;
        foreach (AttributeData attribute in attributes)
        {
            LayerPlace place = OfNetwork(attribute, cancellation);
            LayerItem item = blocks.Read(attribute, place);
            count += item.Count;
            if (item.Block is not null && count.Value > MostLayers)
            {
                reports.Report(attribute, place, Descriptors.TooManyLayers, count.Value, MostLayers);
                item = new LayerItem(attribute, Parse: null);
                count = 0;
            }

            items.Add(item);
        }

        int copy = 0;
        foreach (LayerItem item in items)
            Put(item, OfNetwork(item.Attribute, cancellation), ref copy);
    }

    public IReadOnlyList<PlacedLayer> Layers => _layers;

    /// <summary>What stands before the name that a layer of a block was given: the number of the copy, where the network has more of the block than one.</summary>
    public string Prefix(LayerPlace place) => place.Block is { } block && _copies[block] > 1 ? place.Copy : "";

    private static LayerPlace OfNetwork(AttributeData attribute, CancellationToken cancellation) =>
        new(new AttributeReader(attribute).Location(cancellation), InBlock: null, Block: null, Copy: "", First: 0);

    /// <summary>Appends what an attribute stands for.</summary>
    /// <param name="item">The attribute.</param>
    /// <param name="place">Its place.</param>
    /// <param name="copy">The copies of blocks so far in the class that it stands on.</param>
    private void Put(LayerItem item, LayerPlace place, ref int copy)
    {
        if (item.Block is not { } block)
        {
            _layers.Add(new PlacedLayer(item.Attribute, item.Parse, place));
            return;
        }

        for (int i = 0; i < item.Repeat; i++)
        {
            _copies[block.Type] = _copies.TryGetValue(block.Type, out int copies) ? copies + 1 : 1;
            string prefix = place.Copy + copy.ToString(CultureInfo.InvariantCulture) + ".";
            int first = _layers.Count, inner = 0;
            for (int k = 0; k < block.Items.Length; k++)
                Put(block.Items[k], new LayerPlace(place.Location, BlockReader.InBlock(block.Type, k, block.Items[k].Attribute), block.Type, prefix, first), ref inner);
            copy++;
        }
    }
}
