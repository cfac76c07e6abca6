using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace GenNet.Gradient.Tests;

/// <summary>One network of Reference/networks.json with its values, flattened, last dimension fastest.</summary>
internal sealed record ReferenceCase(
    string Name, double[] Input, double[] Target, double[] Output, double Loss,
    IReadOnlyDictionary<string, double[]> Parameters, IReadOnlyDictionary<string, double[]> Gradients, double[] InputGradient)
{
    public static IReadOnlyDictionary<string, ReferenceCase> All { get; } = Load();

    private static Dictionary<string, ReferenceCase> Load()
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Reference", "networks.json")));
        return json.RootElement.EnumerateArray().Select(c => new ReferenceCase(
            c.GetProperty("name").GetString()!, Flat(c, "input"), Flat(c, "target"), Flat(c, "output"),
            c.GetProperty("loss_value").GetDouble(), Named(c, "parameters"), Named(c, "gradients"), Flat(c, "input_gradient"))).ToDictionary(c => c.Name);
    }

    private static Dictionary<string, double[]> Named(JsonElement element, string name) =>
        element.GetProperty(name).EnumerateObject().ToDictionary(p => p.Name, p => Flat(p.Value).ToArray());

    private static double[] Flat(JsonElement element, string name) => Flat(element.GetProperty(name)).ToArray();

    private static IEnumerable<double> Flat(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().SelectMany(Flat) : [element.GetDouble()];
}
