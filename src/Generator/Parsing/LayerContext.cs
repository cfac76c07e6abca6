using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Expressions;
using GenNet.Generator.Model;
using GenNet.Generator.Programs;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing;

/// <summary>What a layer's parser has at hand: its attribute, its place in the network, and where to report.</summary>
internal sealed class LayerContext(
    AttributeReader attribute, PlacedLayer placed, LayersBefore before, LayerNumber number, bool isLast, Precision precision, LayerReports reports, FunctionResolver functions)
{
    private static readonly ImmutableDictionary<string, string?> Nothing = ImmutableDictionary<string, string?>.Empty;

    public AttributeReader Attribute { get; } = attribute;

    /// <summary>Whether this attribute has had its error: one mistake, one message.</summary>
    public bool HasError { get; private set; } = attribute.IsBroken;

    public bool IsLast => isLast;

    public Precision Precision => precision;

    public LayersBefore Before => before;

    /// <summary>The layers before it that belong with it: all, or those of its copy of a block.</summary>
    public int Reachable => before.Count - placed.Place.First;

    public bool IsInBlock => placed.Place.Block is not null;

    /// <summary>Whether the shape of what comes in is more than a guess after a mistake.</summary>
    public bool KnowsInput => before.Shape is not null || Attribute.Argument<int>("inputs") is not null;

    /// <summary>The prefix of the layer's tensors: its name, or its number.</summary>
    public string Name
    {
        get
        {
            if (Attribute.NamedText("Name") is not { } name)
                return number.Number.ToString(CultureInfo.InvariantCulture);
            if (!IsName(name))
                Report(Descriptors.InvalidName, name);
            return number.Prefix + name;
        }
    }

    /// <summary>Reports on the attribute, unless it has been reported on.</summary>
    public void Report(DiagnosticDescriptor descriptor, params object[] arguments) => ReportFixable(descriptor, Nothing, arguments);

    /// <summary>The same, with what the code fix needs to know.</summary>
    public void ReportFixable(DiagnosticDescriptor descriptor, string property, object value, params object[] arguments) =>
        ReportFixable(descriptor, Nothing.Add(property, System.Convert.ToString(value, CultureInfo.InvariantCulture)), arguments);

    /// <summary>Keeps what could be better about a named argument, for where the network has no mistake.</summary>
    public void Suggest(string argument, DiagnosticDescriptor descriptor, ImmutableDictionary<string, string?> properties, params object[] arguments) =>
        reports.Suggest(placed.Attribute, placed.Place, argument, properties, descriptor, arguments);

    private void ReportFixable(DiagnosticDescriptor descriptor, ImmutableDictionary<string, string?> properties, object[] arguments)
    {
        if (HasError)
            return;
        HasError = true;
        reports.Report(placed.Attribute, placed.Place, properties, descriptor, arguments);
    }

    /// <summary>A size that must be at least 1; 1 where it is not.</summary>
    public int Size(int value, string what)
    {
        if (value < 1)
            Report(Descriptors.InvalidSize, what, value);
        return Math.Max(1, value);
    }

    /// <summary>The shape of what comes in, for a layer that takes any: that of the layer before, whose size a stated number of inputs must agree with.</summary>
    /// <param name="form">How to write the attribute where there is no layer before, for the message.</param>
    public Shape Input(string form)
    {
        int? stated = Attribute.Argument<int>("inputs");
        if (stated is null)
        {
            if (before.IsNothing)
                Report(Descriptors.MissingInputs, form);
            return before.Shape ?? Shape.Of(1);
        }

        int inputs = Size(stated.Value, "inputs");
        if (before.Shape is not { } shape)
            return Shape.Of(inputs);
        if (shape.Size == inputs)
            return shape;
        ReportInputs(inputs, shape.Size);
        return Shape.Of(inputs);
    }

    /// <summary>The shape of what comes in, for a layer that takes [features], or a sequence whose steps it computes each by itself.</summary>
    /// <param name="form">How to write the attribute where there is no layer before, for the message.</param>
    public Shape FeaturesOrSteps(string form)
    {
        if (before.Shape is not { Rank: 2 } sequence)
            return Features(form);
        if (Attribute.Argument<int>("inputs") is { } inputs && Size(inputs, "inputs") != sequence.Features)
            ReportInputs(inputs, sequence.Features);
        return sequence;
    }

    private void ReportInputs(int stated, int right) =>
        ReportFixable(before.IsInput ? Descriptors.InputMismatch : Descriptors.SizeMismatch, FixProperties.Inputs, right, stated, right);

    /// <summary>The shape of what comes in, for a layer that takes [features] only.</summary>
    /// <param name="form">How to write the attribute where there is no layer before, for the message.</param>
    public Shape Features(string form)
    {
        if (before.Shape is { Rank: > 1 } shape)
            Report(Descriptors.NotFeatures, AttributeReader.ShortName(placed.Attribute), shape);
        Shape input = Input(form);
        return input.Rank == 1 ? input : Shape.Of(input.Size);
    }

    /// <summary>The shape of what comes in, for a layer that takes [channels, rows, columns] only; one pixel where it is not known.</summary>
    public Shape Image() => OfRank(3, Descriptors.NotImage);

    /// <summary>The shape of what comes in, for a layer that takes [steps, features] only; one step of one feature where it is not known.</summary>
    public Shape Sequence() => OfRank(2, Descriptors.NotSequence);

    /// <summary>Reports a layer of sequences that cannot tell which of their steps a row has, where rows say so.</summary>
    /// <param name="instead">What to do.</param>
    public void ReportLengths(string instead)
    {
        if (before is { HasLengths: true, Shape.Rank: 2 })
            Report(Descriptors.LayerWithoutLengths, AttributeReader.ShortName(placed.Attribute), instead);
    }

    private Shape OfRank(int rank, DiagnosticDescriptor otherwise)
    {
        if (before.IsNothing)
            Report(Descriptors.MissingInputs, rank == 3 ? "Input(channels, rows, columns)" : "Input(steps, features)");
        if (before.Shape is { } shape && shape.Rank == rank)
            return shape;
        if (before.Shape is { } other)
            Report(otherwise, AttributeReader.ShortName(placed.Attribute), other);
        return Shape.Of([.. Enumerable.Repeat(1, rank)]);
    }

    /// <summary>The activation, and its alpha with the default filled in.</summary>
    public ActivationFunction Activation()
    {
        if (Attribute.Has("function"))
            return OfUser() ?? ActivationFunction.Identity;
        Activation activation = Enum<Activation>(Attribute.Argument<int>("activation") ?? 0);
        if (activation == GenNet.Activation.Softmax && !isLast)
            Report(Descriptors.SoftmaxNotLast);

        double? alpha = Attribute.Named<double>("Alpha");
        if (alpha is { } given && !IsFinite(given))
            Report(Descriptors.InvalidAlpha, precision.ToString().ToLowerInvariant(), Text(given));
        double? byDefault = ActivationFunction.DefaultAlpha(activation);
        if (alpha is not null && byDefault is null)
            ReportFixable(Descriptors.AlphaUnused, FixProperties.Argument, "Alpha", activation);
        return ActivationFunction.Of(activation, alpha ?? byDefault ?? 0);
    }

    /// <summary>A function of the user's as the activation; null after a mistake.</summary>
    private ActivationFunction? OfUser()
    {
        if (HasError || functions.Find(Attribute, placed.Place.Block, FunctionUse.Activation, Report) is not { } method)
            return Failed();
        double? alpha = Attribute.Named<double>("Alpha");
        if (method.Parameters.Length == 1 && alpha is not null)
            ReportFixable(Descriptors.FunctionWithoutAlpha, FixProperties.Argument, "Alpha", method.Name);
        if (method.Parameters.Length == 2 && alpha is null)
        {
            if (method.Parameters[1].HasExplicitDefaultValue)
                alpha = System.Convert.ToDouble(method.Parameters[1].ExplicitDefaultValue, CultureInfo.InvariantCulture);
            else
                Report(Descriptors.AlphaMissing, method.Name, method.Parameters[1].Name);
        }

        if (alpha is { } given && !IsFinite(given))
            Report(Descriptors.InvalidAlpha, precision.ToString().ToLowerInvariant(), Text(given));
        if (HasError || functions.Parse(method) is not { } program)
            return Failed();
        try
        {
            Expr value = method.Parameters.Length == 1 ? ProgramFormula.Of(program, ActivationFunction.Z) : ProgramFormula.Of(program, ActivationFunction.Z, alpha!.Value);
            return ActivationFunction.OfUser(method.Name, method.ContainingType.Name, method.Parameters.Length == 1 ? null : alpha, value);
        }
        catch (NoFormulaException exception)
        {
            functions.Report(method, exception);
            return Failed();
        }
    }

    /// <summary>The layer is broken, by a mistake that is reported elsewhere or that the compiler reports.</summary>
    private ActivationFunction? Failed()
    {
        HasError = true;
        return null;
    }

    /// <summary>The initialisation of the weights, with Default resolved.</summary>
    public WeightInit Init(Init byDefault) => InitParser.Parse(this, WeightInit.Of(byDefault));

    /// <summary>The same, with a default that has numbers of its own.</summary>
    public WeightInit Init(WeightInit byDefault) => InitParser.Parse(this, byDefault);

    /// <summary>The same for the weights before an activation, which has a default of its own.</summary>
    public WeightInit Init(ActivationFunction before) => InitParser.Parse(this, before);

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A member of an enum; its first one after a report.</summary>
    public T Enum<T>(int value)
        where T : struct, Enum
    {
        var typed = (T)System.Enum.ToObject(typeof(T), value);
        if (!System.Enum.IsDefined(typeof(T), typed))
        {
            Report(Descriptors.UnknownValue, value, typeof(T).Name);
            return default;
        }

        return typed;
    }

    /// <summary>Whether the number is finite in the precision of the network.</summary>
    public bool IsFinite(double value)
    {
        double stored = precision == Precision.Float ? (float)value : value;
        return !double.IsNaN(stored) && !double.IsInfinity(stored);
    }

    /// <summary>Whether PyTorch could give modules within modules this name: parts with dots between them, none empty.</summary>
    private static bool IsName(string name)
    {
        char before = '.';
        foreach (char c in name)
        {
            bool isPlain = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-';
            if (!isPlain && (c != '.' || before == '.'))
                return false;
            before = c;
        }

        return before != '.';
    }
}
