using System;
using System.Collections.Generic;
using System.Linq;
using Playground.Browser;

namespace Playground.Tests.Plane;

public class PlaneDataTests
{
    public static TheoryData<string> Names => [.. PlaneData.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Points_are_on_the_plane_and_of_both_classes(string name)
    {
        PlanePoint[] points = PlaneData.Draw(name, seed: 1);
        Assert.All(points, point => Assert.True(Math.Abs(point.X) <= PlaneData.Reach && Math.Abs(point.Y) <= PlaneData.Reach, $"{point}"));
        Assert.Equal(points.Length / 2, points.Count(point => point.Class == 1));
        Assert.Equal(points, PlaneData.Draw(name, seed: 1));
        Assert.Equal(name != "xor", !points.SequenceEqual(PlaneData.Draw(name, seed: 2)));
    }

    [Fact]
    public void An_epoch_has_each_sample_once_in_a_new_order()
    {
        var order = new BatchOrder(count: 10, batch: 4, seed: 1);
        int[] first = Epoch(order), second = Epoch(order);
        Assert.Equal(Enumerable.Range(0, 10), first.Order());
        Assert.Equal(Enumerable.Range(0, 10), second.Order());
        Assert.NotEqual(first, second);
        Assert.Equal(2, order.Epochs);
    }

    [Fact]
    public void A_batch_of_all_samples_keeps_their_order()
    {
        var order = new BatchOrder(count: 5, batch: 0, seed: 1);
        Assert.Equal(Enumerable.Range(0, 5), order.Current.ToArray());
        order.Next();
        Assert.Equal(Enumerable.Range(0, 5), order.Current.ToArray());
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_surface_has_the_number_of_the_network_at_each_place(string network)
    {
        Model model = PlaneNetworks.Create(network, seed: 1);
        byte[] units = Surface.OfUnits(model, size: 4), output = Surface.OfOutput(model, size: 4);
        Assert.Equal(16 * model.Layers.Sum(layer => layer.Outputs), units.Length);
        Assert.Equal(output, units[^16..]);

        // The second pixel of the third row: a quarter of the plane's half to the left of the middle and below it.
        float probability = model.Activations([-0.5f, -0.5f])[^1].Span[0];
        Assert.Equal(128 + (int)MathF.Round(254 * (probability - 0.5f)), output[9]);
    }

    public static TheoryData<string> Networks => [nameof(Line), nameof(ReLU4), nameof(Tanh8x8), nameof(Sigmoid16x16)];

    private static int[] Epoch(BatchOrder order)
    {
        List<int> seen = [];
        for (int epoch = order.Epochs; order.Epochs == epoch; order.Next())
            seen.AddRange(order.Current);
        return [.. seen];
    }
}
