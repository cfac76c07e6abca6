using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GenNet;

/// <summary>
/// What the optimizers of the library have in common: the learning rate, the state buffers with their names, and the one loop
/// that runs a formula over the parameters. An own optimizer implements <see cref="IOptimizer{T}"/> and needs none of it.
/// </summary>
/// <remarks>State is allocated in the first step, which fixes the length; after it nothing is allocated. An instance belongs to one network.</remarks>
/// <typeparam name="T">float or double.</typeparam>
public abstract class Optimizer<T> : IPartialOptimizer<T>, IOptimizerState<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly AlignedBuffer<T>?[] _state;
    private T _learningRate;

    private protected Optimizer(T learningRate, string kind, params ImmutableArray<string> stateNames)
    {
        LearningRate = learningRate;
        Kind = kind;
        StateNames = stateNames;
        _state = new AlignedBuffer<T>?[stateNames.Length];
    }

    /// <inheritdoc/>
    public T LearningRate
    {
        get => _learningRate;
        set => _learningRate = T.IsFinite(value) && value > T.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The learning rate must be finite and above 0.");
    }

    /// <inheritdoc/>
    public string Kind { get; }

    /// <inheritdoc/>
    public abstract string Settings { get; }

    /// <inheritdoc/>
    public long Steps { get; private set; }

    /// <inheritdoc/>
    public ImmutableArray<string> StateNames { get; }

    /// <inheritdoc/>
    public ReadOnlySpan<T> State(string name) => StateBuffer(name);

    Span<T> IPartialOptimizer<T>.StateBuffer(string name) => StateBuffer(name);

    private Span<T> StateBuffer(string name)
    {
        int index = StateNames.IndexOf(name);
        if (index < 0)
            throw new ArgumentException($"{Kind} has no state '{name}'; it has {(StateNames.IsEmpty ? "none" : string.Join(", ", StateNames))}.", nameof(name));
        return _state[index] is { } buffer ? buffer.Span : default;
    }

    /// <inheritdoc/>
    public void Restore(long steps, IReadOnlyDictionary<string, T[]> state)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, OptimizerSettings.MostSteps);
        ArgumentNullException.ThrowIfNull(state);
        var restored = new AlignedBuffer<T>?[_state.Length];
        if (steps > 0)
            CopyChecked(state, restored);
        restored.CopyTo(_state, 0);
        Steps = steps;
        Restored();
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The lengths differ, or are not those of the first step.</exception>
    public void Update(Span<T> parameters, ReadOnlySpan<T> gradients)
    {
        if (gradients.Length != parameters.Length)
            ThrowGradients(parameters.Length, gradients.Length);
        BeginStep(parameters.Length);
        UpdatePart(parameters, gradients, 0);
    }

    void IPartialOptimizer<T>.BeginStep(int length) => BeginStep(length);

    bool IPartialOptimizer<T>.UpdatePart(Span<T> parameters, ReadOnlySpan<T> gradients, int start) => UpdatePart(parameters, gradients, start);

    /// <summary>Counts a step that needs neither state nor gradients.</summary>
    private protected void CountOnly() => Steps++;

    /// <summary>The step on a part: <see cref="Run"/> with the rule of this step.</summary>
    private protected abstract bool UpdatePart(Span<T> parameters, ReadOnlySpan<T> gradients, int start);

    /// <summary>Called once a step, after <see cref="Steps"/> has been raised and before any part.</summary>
    private protected virtual void StepBegun()
    {
    }

    /// <summary>Called when <see cref="Steps"/> and state have been replaced.</summary>
    private protected virtual void Restored()
    {
    }

    /// <summary>Runs a rule over a part of the parameters that begins at <paramref name="start"/>. Returns whether all gradients were finite.</summary>
    private protected bool Run<TRule>(TRule rule, Span<T> parameters, ReadOnlySpan<T> gradients, int start)
        where TRule : struct, IUpdateRule<T>
    {
        Span<T> first = StatePart(0, start, parameters.Length), second = StatePart(1, start, parameters.Length);
        int whole = parameters.Length / Vector<T>.Count * Vector<T>.Count;
        Vector<T> finite = WholeVectors(
            ref rule, whole, ref MemoryMarshal.GetReference(parameters), ref MemoryMarshal.GetReference(gradients),
            ref MemoryMarshal.GetReference(first), ref MemoryMarshal.GetReference(second));
        if (whole < parameters.Length)
            finite += Tail(ref rule, parameters[whole..], gradients[whole..], first.IsEmpty ? first : first[whole..], second.IsEmpty ? second : second[whole..]);
        return Vector.EqualsAll(finite, Vector<T>.Zero);
    }

    /// <summary>The loop, by itself: beside a call, the vectors that live across it would go through memory in each turn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector<T> WholeVectors<TRule>(ref TRule constants, int count, ref T w, ref T dw, ref T first, ref T second)
        where TRule : struct, IUpdateRule<T>
    {
        // In registers, which no write to the buffers can change.
        TRule rule = constants;
        Vector<T> finite = default;
        for (int i = 0; i < count; i += Vector<T>.Count)
        {
            Vector<T> g = Vector.LoadUnsafe(ref dw, (nuint)i);
            Vector<T> a = TRule.StateCount > 0 ? Vector.LoadUnsafe(ref first, (nuint)i) : default;
            Vector<T> b = TRule.StateCount > 1 ? Vector.LoadUnsafe(ref second, (nuint)i) : default;
            rule.Step(Vector.LoadUnsafe(ref w, (nuint)i), g, ref a, ref b).StoreUnsafe(ref w, (nuint)i);
            if (TRule.StateCount > 0)
                a.StoreUnsafe(ref first, (nuint)i);
            if (TRule.StateCount > 1)
                b.StoreUnsafe(ref second, (nuint)i);

            // 0 for a number, NaN for NaN and the infinities; and once NaN, always NaN.
            finite += g - g;
        }

        return finite;
    }

    /// <summary>The rest that fills no vector, in one that zeros fill up: each parameter gets the same bits wherever it stands.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector<T> Tail<TRule>(ref TRule rule, Span<T> parameters, ReadOnlySpan<T> gradients, Span<T> first, Span<T> second)
        where TRule : struct, IUpdateRule<T>
    {
        Vector<T> g = Padded(gradients), a = Padded(first), b = Padded(second);
        Unpad(rule.Step(Padded(parameters), g, ref a, ref b), parameters);
        Unpad(a, first);
        Unpad(b, second);
        return g - g;
    }

    private static Vector<T> Padded(ReadOnlySpan<T> part)
    {
        Vector<T> vector = default;
        part.CopyTo(Elements(ref vector));
        return vector;
    }

    private static void Unpad(Vector<T> vector, Span<T> part) => Elements(ref vector)[..part.Length].CopyTo(part);

    private static Span<T> Elements(ref Vector<T> vector) => MemoryMarshal.CreateSpan(ref Unsafe.As<Vector<T>, T>(ref vector), Vector<T>.Count);

    private Span<T> StatePart(int index, int start, int length) => index < _state.Length ? _state[index]!.Span.Slice(start, length) : default;

    private void BeginStep(int length)
    {
        for (int i = 0; i < _state.Length; i++)
        {
            AlignedBuffer<T> buffer = _state[i] ??= new AlignedBuffer<T>(length);
            if (buffer.Length != length)
                ThrowParameters(buffer.Length, length);
        }

        Steps++;
        StepBegun();
    }

    // By themselves: what makes a message would enlarge the frame of every step.
    [DoesNotReturn]
    private static void ThrowGradients(int parameters, int gradients) =>
        throw new ArgumentException($"There are {parameters} parameters but {gradients} gradients.", nameof(gradients));

    [DoesNotReturn]
    private static void ThrowParameters(int expected, int actual) =>
        throw new ArgumentException($"This optimizer works on {expected} parameters since its first step, got {actual}.", "parameters");

    private void CopyChecked(IReadOnlyDictionary<string, T[]> state, AlignedBuffer<T>?[] destination)
    {
        string expected = StateNames.IsEmpty ? "none" : string.Join(", ", StateNames);
        if (state.Count != StateNames.Length || !StateNames.All(state.ContainsKey))
            throw new ArgumentException($"The state of {Kind} is {expected}, got {(state.Count == 0 ? "none" : string.Join(", ", state.Keys))}.", nameof(state));
        for (int i = 0; i < destination.Length; i++)
        {
            T[] source = state[StateNames[i]];
            int length = _state[i]?.Length ?? state[StateNames[0]].Length;
            if (source.Length != length)
                throw new ArgumentException($"State '{StateNames[i]}' of {Kind} must have {length} elements, got {source.Length}.", nameof(state));
            destination[i] = new AlignedBuffer<T>(length);
            source.CopyTo(destination[i]!.Span);
        }
    }
}
