using System;

namespace GenNet.Tests;

/// <summary>Five outputs, which are the five inputs: what a metric makes of given outputs.</summary>
public sealed class CopyNetwork : INetwork<CopyNetwork, float>
{
    public static int InputSize => 5;

    public static int OutputSize => 5;

    public static int ParameterCount => 0;

    public static Layout Layout { get; } = new(0);

    public Span<float> Parameters => [];

    public static CopyNetwork Create() => new();

    public static CopyNetwork Create(int seed) => new();

    public static Workspace<float> CreateWorkspace() => new(0);

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) => inputs.CopyTo(outputs);

    public float Evaluate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => 0;

    public float Backward(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradients) => 0;

    public float Backward(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradients, Workspace<float> workspace) => 0;

    public float Backward(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradients, Span<float> inputGradients) => 0;

    public float Backward(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradients, Span<float> inputGradients, Workspace<float> workspace) => 0;
}
