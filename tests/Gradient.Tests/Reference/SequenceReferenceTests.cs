using System.Linq;
using System.Numerics;
using GenNet.Gradient.Tests.Sequences;
using static GenNet.Gradient.Tests.ReferenceComparison;

namespace GenNet.Gradient.Tests;

/// <summary>Recurrent layers against PyTorch, with the last step and with every step, of one step and of many; attention to all steps and to those before; a block of a decoder.</summary>
public class SequenceReferenceTests
{
    [Fact]
    public void RnnTanhLast_agrees_with_PyTorch() => Both<RnnTanhLastF, RnnTanhLastD>("rnn_tanh_last");

    [Fact]
    public void RnnTanhEveryStep_agrees_with_PyTorch() => Both<RnnTanhEveryStepF, RnnTanhEveryStepD>("rnn_tanh_every_step");

    [Fact]
    public void RnnReluLast_agrees_with_PyTorch() => Both<RnnReluLastF, RnnReluLastD>("rnn_relu_last");

    [Fact]
    public void RnnReluEveryStep_agrees_with_PyTorch() => Both<RnnReluEveryStepF, RnnReluEveryStepD>("rnn_relu_every_step");

    [Fact]
    public void LstmLast_agrees_with_PyTorch() => Both<LstmLastF, LstmLastD>("lstm_last");

    [Fact]
    public void LstmEveryStep_agrees_with_PyTorch() => Both<LstmEveryStepF, LstmEveryStepD>("lstm_every_step");

    [Fact]
    public void GruLast_agrees_with_PyTorch() => Both<GruLastF, GruLastD>("gru_last");

    [Fact]
    public void GruEveryStep_agrees_with_PyTorch() => Both<GruEveryStepF, GruEveryStepD>("gru_every_step");

    [Fact]
    public void LstmOneStep_agrees_with_PyTorch() => Both<LstmOneStepF, LstmOneStepD>("lstm_one_step");

    [Fact]
    public void GruLong_agrees_with_PyTorch() => Both<GruLongF, GruLongD>("gru_long");

    [Fact]
    public void Attention_agrees_with_PyTorch() => Both<AttentionF, AttentionD>("attention");

    [Fact]
    public void AttentionCausal_agrees_with_PyTorch() => Both<AttentionCausalF, AttentionCausalD>("attention_causal");

    [Fact]
    public void GptBlock_agrees_with_PyTorch() => Both<GptBlockF, GptBlockD>("gpt_block");

    [Fact]
    public void Step_by_step_GptBlock_agrees_with_PyTorch()
    {
        Steps<GptBlockF, float>("gpt_block", FloatTolerance);
        Steps<GptBlockD, double>("gpt_block", DoubleTolerance);
    }

    [Fact]
    public void Step_by_step_recurrent_layers_agree_with_PyTorch()
    {
        Steps<RnnTanhEveryStepD, double>("rnn_tanh_every_step", DoubleTolerance);
        Steps<LstmEveryStepD, double>("lstm_every_step", DoubleTolerance);
        Steps<GruEveryStepD, double>("gru_every_step", DoubleTolerance);
    }

    /// <summary>Each sample from a state of its own.</summary>
    private static void Steps<TNet, T>(string name, double tolerance)
        where TNet : class, IStreamingNetwork<TNet, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReferenceCase expected = ReferenceCase.OfSequences(name);
        TNet net = Network<TNet, T>(expected);
        T[] outputs = [.. Cast<T>(expected.Input).Chunk(TNet.InputSize).SelectMany(sample => StepByStep.Outputs(net, net.CreateState(), sample))];
        Close("output", expected.Output, outputs, tolerance);
    }

    private static void Both<TFloat, TDouble>(string name)
        where TFloat : class, INetwork<TFloat, float>
        where TDouble : class, INetwork<TDouble, double>
    {
        Compare<TFloat, float>(ReferenceCase.OfSequences(name), FloatTolerance);
        Compare<TDouble, double>(ReferenceCase.OfSequences(name), DoubleTolerance);
    }
}
