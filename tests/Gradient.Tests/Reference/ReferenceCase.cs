using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace GenNet.Gradient.Tests;

/// <summary>One network with the values that PyTorch has for it, flattened, last dimension fastest.</summary>
internal sealed record ReferenceCase(
    string Name, double[] Input, double[] Target, double[] Output, double Loss,
    IReadOnlyDictionary<string, double[]> Parameters, IReadOnlyDictionary<string, double[]> Gradients, double[] InputGradient)
{
    private static readonly string[] StateNames = ["running_mean", "running_var", "evaluation_output", "running_mean_after", "running_var_after"];

    private static readonly Lazy<Dictionary<string, ReferenceCase>?> OfLayers = new(() => LayersFile() is { } path ? Load(path) : null);

    private static readonly Lazy<Dictionary<string, ReferenceCase>> Images = new(() => Load(Path.Combine(AppContext.BaseDirectory, "Reference", "images.json")));

    private static readonly Lazy<Dictionary<string, ReferenceCase>> Sequences = new(() => Load(Path.Combine(AppContext.BaseDirectory, "Reference", "sequences.json")));

    /// <summary>A case of Reference/sequences.json.</summary>
    public static ReferenceCase OfSequences(string name) => Sequences.Value[name];

    /// <summary>What a case of batch normalisation has beside: running statistics before and after a step, and the output by those before; null for another.</summary>
    public IReadOnlyDictionary<string, double[]>? State { get; private init; }

    /// <summary>Those of Reference/networks.json.</summary>
    public static IReadOnlyDictionary<string, ReferenceCase> All { get; } = Load(Path.Combine(AppContext.BaseDirectory, "Reference", "networks.json"));

    /// <summary>A case of Reference/images.json, or of layers.json, which is not of this repository: without it the test is skipped.</summary>
    public static ReferenceCase OfImages(string name)
    {
        if (Images.Value.TryGetValue(name, out ReferenceCase? found))
            return found;
        Assert.SkipWhen(Layers is null, "The values are not here: they are expected in ../shared/reference/layers.json, beside the repository.");
        return Layers![name];
    }

    /// <summary>Those of layers.json, which is not of this repository; null where it is absent.</summary>
    public static IReadOnlyDictionary<string, ReferenceCase>? Layers => OfLayers.Value;

    /// <summary>Beside the repository: ../shared/reference/layers.json.</summary>
    private static string? LayersFile()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "GenNet.sln")))
            directory = directory.Parent;
        string path = Path.Combine(directory?.Parent?.FullName ?? "", "shared", "reference", "layers.json");
        return File.Exists(path) ? path : null;
    }

    private static Dictionary<string, ReferenceCase> Load(string path)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
        return json.RootElement.EnumerateArray().Select(c => new ReferenceCase(
            c.GetProperty("name").GetString()!, Flat(c, "input"), Flat(c, "target"), Flat(c, "output"),
            c.GetProperty("loss_value").GetDouble(), Named(c, "parameters"), Named(c, "gradients"), Flat(c, "input_gradient"))
        {
            State = c.TryGetProperty("running_mean", out _) ? StateNames.ToDictionary(name => name, name => Flat(c, name)) : null,
        }).ToDictionary(c => c.Name);
    }

    private static Dictionary<string, double[]> Named(JsonElement element, string name) =>
        element.GetProperty(name).EnumerateObject().ToDictionary(p => p.Name, p => Flat(p.Value).ToArray());

    private static double[] Flat(JsonElement element, string name) => Flat(element.GetProperty(name)).ToArray();

    private static IEnumerable<double> Flat(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Flat),

        // The gradient of inputs that are no numbers.
        JsonValueKind.Null => [],
        _ => [element.GetDouble()],
    };
}
