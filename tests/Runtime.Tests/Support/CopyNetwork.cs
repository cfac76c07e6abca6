using System;

namespace GenNet.Tests;

/// <summary>Five outputs, which are the five inputs: what a metric makes of given outputs.</summary>
public sealed class CopyNetwork : IInferenceNetwork<CopyNetwork, float>
{
    public static int InputSize => 5;

    public static int OutputSize => 5;

    public static int ParameterCount => 0;

    public static Layout Layout { get; } = new(0);

    public Span<float> Parameters => [];

    public static CopyNetwork Create() => new();

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) => inputs.CopyTo(outputs);
}
