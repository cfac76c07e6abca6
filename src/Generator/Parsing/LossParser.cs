using System;
using System.Collections.Generic;
using System.Threading;
using GenNet.Generator.Diagnostics;
using GenNet.Generator.Model;
using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Parsing;

/// <summary>The loss of a network: the one that is stated, if it fits the last activation, or the one that fits it.</summary>
internal static class LossParser
{
    public static Loss Choose(AttributeReader network, NetworkMode mode, ParsedLayers layers, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        Activation last = layers.LastActivation;
        Loss fitting = last switch
        {
            Activation.Softmax => Loss.CrossEntropy,
            Activation.Sigmoid => Loss.BinaryCrossEntropy,
            Activation.Step or Activation.Sign => Loss.Perceptron,
            _ => Loss.HalfSquaredError,
        };
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
            diagnostics.Add(Diagnostic.Create(Descriptors.LossMismatch, network.Location(cancellation), loss, d.Range, d.Needed, last));
            return fitting;
        }

        return loss;
    }
}
