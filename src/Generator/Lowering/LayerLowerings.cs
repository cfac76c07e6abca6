using System;
using System.Collections.Generic;
using GenNet.Generator.Graphs;
using GenNet.Generator.Model;

namespace GenNet.Generator.Lowering;

/// <summary>From the record of a layer to its operations, one entry for each kind of layer; its activation follows by itself.</summary>
internal static class LayerLowerings
{
    private static readonly Dictionary<Type, Func<LayerModel, LoweringContext, Value>> ByLayer = new()
    {
        [typeof(DenseLayer)] = (layer, context) => DenseLowering.Lower((DenseLayer)layer, context),
        [typeof(MaxoutLayer)] = (layer, context) => MaxoutLowering.Lower((MaxoutLayer)layer, context),
        [typeof(Conv2DLayer)] = (layer, context) => ConvolutionLowering.Lower((Conv2DLayer)layer, context),
        [typeof(Conv1DLayer)] = (layer, context) => ConvolutionLowering.Lower((Conv1DLayer)layer, context),
        [typeof(ConvTranspose2DLayer)] = (layer, context) => ConvolutionLowering.Lower((ConvTranspose2DLayer)layer, context),
        [typeof(DropoutLayer)] = (layer, context) => DropoutLowering.Lower((DropoutLayer)layer, context),
        [typeof(MaxPool2DLayer)] = (layer, context) => PoolLowering.Maximum((PoolLayer)layer, context),
        [typeof(MaxPool1DLayer)] = (layer, context) => PoolLowering.Maximum((PoolLayer)layer, context),
        [typeof(AveragePool2DLayer)] = (layer, context) => PoolLowering.Average((PoolLayer)layer, context),
        [typeof(AveragePool1DLayer)] = (layer, context) => PoolLowering.Average((PoolLayer)layer, context),
        [typeof(GlobalAveragePoolLayer)] = (layer, context) => PoolLowering.Average((GlobalAveragePoolLayer)layer, context),
        [typeof(Upsample2DLayer)] = (layer, context) => PoolLowering.Upsample((Upsample2DLayer)layer, context),
        [typeof(FlattenLayer)] = (layer, context) => SequenceLowering.Flat((FlattenLayer)layer, context),
        [typeof(LayerNormLayer)] = (layer, context) => NormLowering.Lower((LayerNormLayer)layer, context),
        [typeof(GroupNormLayer)] = (layer, context) => NormLowering.Lower((GroupNormLayer)layer, context),
        [typeof(BatchNormLayer)] = (layer, context) => NormLowering.Lower((BatchNormLayer)layer, context),
        [typeof(EmbeddingLayer)] = (layer, context) => EmbeddingLowering.Lower((EmbeddingLayer)layer, context),
        [typeof(PositionEmbeddingLayer)] = (layer, context) => EmbeddingLowering.Lower((PositionEmbeddingLayer)layer, context),
        [typeof(RecurrentLayer)] = (layer, context) => RecurrentLowering.Lower((RecurrentLayer)layer, context),
        [typeof(SelfAttentionLayer)] = (layer, context) => SelfAttentionLowering.Lower((SelfAttentionLayer)layer, context),
        [typeof(ResidualLayer)] = (layer, context) => ResidualLowering.Lower((ResidualLayer)layer, context),
    };

    /// <summary>Appends the operations of a layer up to its activation and returns what that is applied to.</summary>
    public static Value Lower(LayerModel layer, LoweringContext context) => ByLayer.TryGetValue(layer.GetType(), out Func<LayerModel, LoweringContext, Value>? lower)
        ? lower(layer, context)
        : throw new InvalidOperationException($"No lowering for {layer}.");
}
