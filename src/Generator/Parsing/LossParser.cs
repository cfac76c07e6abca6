using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Expressions;
using GenNet.Generator.Programs;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing;

/// <summary>The loss of a network: the one that is stated, if it fits the last activation, or the one that fits it.</summary>
internal static class LossParser
{
    /// <summary>The loss; null after a mistake.</summary>
    public static LossFunction? Choose(AttributeReader network, NetworkMode mode, ParsedLayers layers, FunctionResolver functions, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        Activation? last = layers.LastActivation.Kind;
        LossFunction fitting = LossFunction.Of(last switch
        {
            Activation.Softmax => Loss.CrossEntropy,
            Activation.Sigmoid => Loss.BinaryCrossEntropy,
            Activation.Step or Activation.Sign => Loss.Perceptron,
            _ => Loss.HalfSquaredError,
        });
        if (network.Has("function") && mode == NetworkMode.Training)
            return OfUser(network, functions, diagnostics, cancellation);
        if (network.Argument<int>("loss") is not { } given)
            return fitting;

        var loss = (Loss)given;
        if (!Enum.IsDefined(typeof(Loss), loss))
        {
            diagnostics.Add(Diagnostic.Create(Descriptors.UnknownValue, network.Location(cancellation), given, nameof(Loss)));
            return fitting;
        }

        // Nothing is measured by the loss where nothing is trained.
        if (mode == NetworkMode.Inference)
            return fitting;

        (Activation Needed, string Range)? demand = loss switch
        {
            Loss.CrossEntropy => (Activation.Softmax, "a distribution"),
            Loss.BinaryCrossEntropy => (Activation.Sigmoid, "probabilities"),
            Loss.Perceptron when last != Activation.Sign => (Activation.Step, "thresholds"),
            _ => null,
        };
        if (demand is { } d && d.Needed != last && !layers.IsBroken)
        {
            ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty
                .Add(FixProperties.Activation, d.Needed.ToString()).Add(FixProperties.Loss, fitting.Kind.ToString());
            diagnostics.Add(Diagnostic.Create(Descriptors.LossMismatch, network.Location(cancellation), properties, loss, d.Range, d.Needed, layers.LastActivation.Kind?.ToString() ?? layers.LastActivation.Name));
            return fitting;
        }

        return LossFunction.Of(loss);
    }

    /// <summary>A function of the user's; null after a mistake.</summary>
    private static LossFunction? OfUser(AttributeReader network, FunctionResolver functions, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        void Report(DiagnosticDescriptor descriptor, params object[] arguments) => diagnostics.Add(Diagnostic.Create(descriptor, network.Location(cancellation), arguments));
        if (network.IsBroken || functions.Find(network, home: null, FunctionUse.Loss, Report) is not { } method || functions.Parse(method) is not { } program)
            return null;
        if (FunctionResolver.IsOfSpans(method))
            return LossFunction.OfUser(method.Name, method.ContainingType.Name, "");
        try
        {
            return LossFunction.OfUser(method.Name, method.ContainingType.Name, ProgramFormula.Of(program, LossFunction.Y, LossFunction.D));
        }
        catch (NoFormulaException exception)
        {
            functions.Report(method, exception);
            return null;
        }
    }
}
