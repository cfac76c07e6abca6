using System;
using System.Collections.Immutable;
using System.Linq;
using GenNet;

namespace Playground.Browser;

/// <summary>How the weights of a deep network are drawn, in place of what its declaration says.</summary>
/// <param name="Name">What the page calls it.</param>
/// <param name="Init">How.</param>
/// <param name="Deviation">The standard deviation of <see cref="GenNet.Init.Normal"/>.</param>
internal sealed record Initialisation(string Name, Init Init, double Deviation = 0)
{
    /// <summary>Two that know nothing of the layer, those that derive their deviation from its size, and none at all.</summary>
    public static ImmutableArray<Initialisation> All { get; } =
    [
        new("small", Init.Normal, 0.01),
        new("large", Init.Normal, 1),
        new("XavierNormal", Init.XavierNormal),
        new("XavierUniform", Init.XavierUniform),
        new("HeNormal", Init.HeNormal),
        new("HeUniform", Init.HeUniform),
        new("LeCunNormal", Init.LeCunNormal),
        new("Orthogonal", Init.Orthogonal),
        new("Zeros", Init.Zeros),
    ];

    /// <summary>The one of a name.</summary>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static Initialisation Of(string name) => All.FirstOrDefault(one => one.Name == name)
        ?? throw new ArgumentException($"There is no initialisation '{name}'; there are {string.Join(", ", All.Select(one => one.Name))}.", nameof(name));

    /// <summary>Draws all weights of a network; its biases become zero.</summary>
    public void Draw(Model model, int seed)
    {
        Layout declared = model.Layout;
        var layout = new Layout(declared.Length, [.. declared.Tensors.Select(Drawn)]);
        Initializer.Fill(model.Parameters, layout, seed);
    }

    private TensorInfo Drawn(TensorInfo tensor) => new(
        tensor.Name, tensor.Role, tensor.Shape, tensor.Strides, tensor.Offset, tensor.FanIn, tensor.FanOut,
        tensor.Role == TensorRole.Weight ? Init : Init.Zeros, initFirst: 0, initSecond: Deviation);
}
