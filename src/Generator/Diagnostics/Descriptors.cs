using Microsoft.CodeAnalysis;

namespace GenNet.Generator.Diagnostics;

/// <summary>What the declaration of a network can get wrong. Each message names what was wrong, what is expected and what to do.</summary>
internal static class Descriptors
{
    private const string Optimize = "write <Optimize>true</Optimize> into the project file, or <GenNetOptimizationHint>false</GenNetOptimizationHint> not to be told";

    public static readonly DiagnosticDescriptor NotPartial = Error(
        DiagnosticIds.NotPartial, "Network class is not partial",
        "'{0}' must be partial so that its network can be written into it: declare it 'partial class {0}'");

    public static readonly DiagnosticDescriptor ContainerNotPartial = Error(
        DiagnosticIds.ContainerNotPartial, "Containing type is not partial",
        "'{0}' contains the network '{1}', so it must be partial too");

    public static readonly DiagnosticDescriptor Generic = Error(
        "GENNET003", "Network class is generic",
        "'{0}' is generic or inside a generic type; the sizes and the number type of a network are fixed by its attributes, so remove the type parameters");

    public static readonly DiagnosticDescriptor NoLayer = Error(
        "GENNET004", "Network has no layer",
        "'{0}' has no layer: add at least one, for instance [Dense(784, 10, Activation.Softmax)]");

    public static readonly DiagnosticDescriptor InvalidSize = Error(
        "GENNET005", "Invalid size",
        "The number of {0} must be at least 1, got {1}");

    public static readonly DiagnosticDescriptor SizeMismatch = Error(
        DiagnosticIds.SizeMismatch, "Sizes do not match",
        "This layer takes {0} inputs, but the layer before it has {1} outputs: state {1}, or leave the number of inputs out");

    public static readonly DiagnosticDescriptor MissingInputs = Error(
        "GENNET007", "First layer has no number of inputs",
        "The first layer has no layer before it to take its inputs from: write [{0}]");

    public static readonly DiagnosticDescriptor InvalidAlpha = Error(
        "GENNET008", "Invalid alpha",
        "Alpha must be a finite {0}, got {1}");

    public static readonly DiagnosticDescriptor AlphaUnused = Error(
        DiagnosticIds.AlphaUnused, "Alpha has no effect",
        "{0} has no alpha: remove it, or use LeakyReLU or ELU");

    public static readonly DiagnosticDescriptor SoftmaxNotLast = Error(
        DiagnosticIds.SoftmaxNotLast, "Softmax before the last layer",
        "Softmax makes a distribution of the outputs of a network, so it can only be the activation of the last layer: give this one another, such as ReLU");

    public static readonly DiagnosticDescriptor LossMismatch = Error(
        DiagnosticIds.LossMismatch, "Loss does not fit the last activation",
        "{0} needs outputs that are {1}: give the last layer Activation.{2}, or choose another loss (its activation is {3})");

    public static readonly DiagnosticDescriptor SeveralDeclarations = Error(
        "GENNET012", "Layers spread over several declarations",
        "The layers of '{0}' stand on several partial declarations, which have no order: put them all on one");

    public static readonly DiagnosticDescriptor DuplicateName = Error(
        "GENNET013", "Layer name is taken",
        "Two layers are called '{0}', so their tensors would have the same names: choose another");

    public static readonly DiagnosticDescriptor InvalidName = Error(
        "GENNET014", "Invalid layer name",
        "'{0}' is no name for a layer: use letters, digits, '_' and '-', and a dot between such parts");

    public static readonly DiagnosticDescriptor TooLarge = Error(
        "GENNET015", "Network is too large",
        "The network would have about {0} numbers, padding and scratch included; there can be at most {1}");

    public static readonly DiagnosticDescriptor NotNetwork = Error(
        DiagnosticIds.NotNetwork, "Layers without a network",
        "'{0}' has layers but no [Network] attribute, so nothing is generated: add [Network], or [Block] if networks are to use them");

    public static readonly DiagnosticDescriptor UnknownValue = Error(
        "GENNET017", "Unknown value",
        "{0} is no value of {1}");

    public static readonly DiagnosticDescriptor NotOrdinary = Error(
        "GENNET018", "Not an ordinary class",
        "'{0}' is {1}; a network must be an ordinary partial class");

    public static readonly DiagnosticDescriptor WeightsNotFound = Error(
        "GENNET019", "Weights file not found",
        "There is no additional file '{0}': give its name, ending in .safetensors, and add <AdditionalFiles Include=\"{0}\" /> to the project");

    public static readonly DiagnosticDescriptor WeightsAmbiguous = Error(
        "GENNET020", "Several weights files of one name",
        "Several additional files are called '{0}': name more of the path of the one that is meant ({1})");

    public static readonly DiagnosticDescriptor WeightsUnreadable = Error(
        "GENNET021", "Weights file cannot be read",
        "The weights cannot be read. {0}");

    public static readonly DiagnosticDescriptor WeightsMismatch = Error(
        "GENNET022", "Weights do not fit the network",
        "'{0}' does not fit this network: {1}");

    public static readonly DiagnosticDescriptor InvalidInit = Error(
        DiagnosticIds.InvalidInit, "Invalid initialisation",
        "{0}");

    public static readonly DiagnosticDescriptor ThresholdNotTrainable = Error(
        "GENNET025", "Training through a threshold",
        "No gradient passes {0}, whose derivative is zero: use Sigmoid or Tanh, make it the only layer of a network with Loss.Perceptron, or declare Mode = NetworkMode.Inference");

    public static readonly DiagnosticDescriptor InvalidPieces = Error(
        "GENNET026", "Invalid number of pieces",
        "A maxout layer chooses from 2 to {1} pieces, got {0}; with {1} a unit follows a smooth function as closely as a float can tell, so use more units or layers instead");

    public static readonly DiagnosticDescriptor InvalidRate = Error(
        "GENNET027", "Invalid rate of dropout",
        "The rate of dropout must be at least 0 and below 1, got {0}");

    public static readonly DiagnosticDescriptor DropoutLast = Error(
        "GENNET028", "Dropout behind the last layer",
        "Dropout here would drop outputs of the network: put it before the last layer");

    public static readonly DiagnosticDescriptor UnwrittenConstant = Error(
        "GENNET029", "Constant of a network in a declaration",
        "'{0}' is written by the generator, so it is not there yet when the generator reads this declaration: write the number, or a constant of your own");

    public static readonly DiagnosticDescriptor MemberTaken = Error(
        "GENNET030", "Member of a network is taken",
        "'{0}' is one of the members that are written into a network: remove this one, or give it {1}");

    public static readonly DiagnosticDescriptor WeightsNoResource = Error(
        "GENNET031", "Weights file is no resource",
        "'{0}' must be a resource of the assembly too, which the build files of the package GenNet see to: a project that takes the generator from elsewhere must import them, <Import Project=\"GenNet/src/Runtime/buildTransitive/net9.0/GenNet.targets\" />");

    public static readonly DiagnosticDescriptor LanguageTooOld = Error(
        "GENNET032", "Language version is too old",
        "Networks need C# 12 or later, and this project is compiled as C# {0}: remove LangVersion from the project file, or raise it");

    public static readonly DiagnosticDescriptor NotFeatures = Error(
        DiagnosticIds.NotFeatures, "Shape has too many dimensions",
        "{0} takes [features]; what comes is {1}: put [Flatten] before it");

    public static readonly DiagnosticDescriptor InputPlace = Error(
        "GENNET034", "Input is not before the layers",
        "[Input] is the shape of what comes into the first layer: write it before the layers");

    public static readonly DiagnosticDescriptor InputMismatch = Error(
        DiagnosticIds.InputMismatch, "Layer does not take the input",
        "This layer takes {0} inputs, but [Input] has {1}: state {1}, or leave the number of inputs out");

    public static readonly DiagnosticDescriptor InvalidResidual = Error(
        "GENNET036", "Residual connection without its layers",
        "A residual connection goes around at least 1 and at most all layers before it{0}, which are {1} here; got {2}");

    public static readonly DiagnosticDescriptor ResidualMismatch = Error(
        "GENNET037", "Shapes cannot be added",
        "The input of the {0} before is {1}, {2} output {3}, and only equal shapes can be added: {4}");

    public static readonly DiagnosticDescriptor ProjectionUnused = Error(
        DiagnosticIds.ProjectionUnused, "Argument needs a projection",
        "{0} has no effect without a projection: remove it, or add Projection = true");

    public static readonly DiagnosticDescriptor NoWeights = Error(
        "GENNET039", "Network has no weights",
        "No layer of '{0}' has weights, so there is nothing to learn: add one, for instance [Dense(10, Activation.Softmax)]");

    public static readonly DiagnosticDescriptor NotBlock = Error(
        "GENNET040", "Not a block",
        "'{0}' is no block whose layers could be put here: {1}");

    public static readonly DiagnosticDescriptor BlockCycle = Error(
        "GENNET041", "Block contains itself",
        "'{0}' contains itself ({1}): remove one of these [Layers]");

    public static readonly DiagnosticDescriptor EmptyBlock = Error(
        "GENNET042", "Block has no layer",
        "The block '{0}' has no layer: add at least one, for instance [Dense(100, Activation.ReLU)]");

    public static readonly DiagnosticDescriptor TooManyLayers = Error(
        "GENNET043", "Too many layers",
        "With these the network would have {0} layers; there can be at most {1}");

    public static readonly DiagnosticDescriptor NetworkIsBlock = Error(
        "GENNET044", "Network is a block",
        "'{0}' is a network, so it cannot be a block: remove [Block], or put the layers into a class of their own");

    public static readonly DiagnosticDescriptor BlockInput = Error(
        "GENNET045", "Block states an input",
        "The layers of the block '{0}' take what comes where they are put: remove its [Input]");

    public static readonly DiagnosticDescriptor NotDifferentiable = Error(
        "GENNET046", "No derivative",
        "{0}: {1}");

    public static readonly DiagnosticDescriptor DifferentiableDeclaration = Error(
        "GENNET047", "Method cannot have a gradient",
        "'{0}' is [Differentiable], but {1}: {2}");

    public static readonly DiagnosticDescriptor UnseenName = Error(
        "GENNET048", "Name is not there yet",
        "'{0}' uses what the generator cannot see, because it does not exist or because a generator writes it: compute that outside, and hand it over as a [Constant] parameter");

    public static readonly DiagnosticDescriptor GradientExists = Error(
        "GENNET049", "Gradient cannot be written",
        "'{0}' has another member '{1}' that takes the place of the gradient of '{2}': rename one of them");

    public static readonly DiagnosticDescriptor FunctionNotFound = Error(
        "GENNET053", "Function not found",
        "'{0}' has no method '{1}': name a static method of it, as nameof(...), or put typeof(...) of the class that has it before the name{2}");

    public static readonly DiagnosticDescriptor FunctionOverloaded = Error(
        "GENNET054", "Several functions of one name",
        "'{0}' has several methods '{1}' that could be meant: give one of them another name");

    public static readonly DiagnosticDescriptor FunctionNotStatic = Error(
        DiagnosticIds.FunctionNotStatic, "Function is not static",
        "'{0}' must be static to be {1} of a network: declare it static");

    public static readonly DiagnosticDescriptor FunctionSignature = Error(
        "GENNET056", "Function has other parameters",
        "'{0}' cannot be {1} of a network: declare it as {2}");

    public static readonly DiagnosticDescriptor FunctionWithoutSource = Error(
        "GENNET057", "Function has no source here",
        "'{0}' is compiled already, so it cannot be written into the network: copy its source into this project");

    public static readonly DiagnosticDescriptor NoFormula = Error(
        "GENNET058", "Function is no formula",
        "'{0}' cannot be written out in vectors, for {1}: {2}");

    public static readonly DiagnosticDescriptor AlphaMissing = Error(
        "GENNET059", "Alpha is missing",
        "'{0}' takes a second number, '{1}': write Alpha = ..., or give the parameter a default value");

    public static readonly DiagnosticDescriptor FunctionWithoutAlpha = Error(
        DiagnosticIds.FunctionWithoutAlpha, "Function has no alpha",
        "'{0}' takes one number, so Alpha has no effect: remove it, or give the method a second parameter");

    public static readonly DiagnosticDescriptor NotImage = Error(
        "GENNET061", "Shape is no image",
        "{0} takes an image, [channels, rows, columns]; what comes is {1}: write [Input(channels, rows, columns)] before the layers, or keep [Flatten] behind the layers of images");

    public static readonly DiagnosticDescriptor NotSequence = Error(
        "GENNET062", "Shape is no sequence",
        "{0} takes a sequence, [steps, features]; what comes is {1}: write [Input(steps, features)] before the layers, keep [Flatten] behind the layers of sequences, or let a recurrent layer before it give every step, Output = Steps.All");

    public static readonly DiagnosticDescriptor InvalidGroups = Error(
        "GENNET064", "Groups do not divide",
        "{0} groups must divide both the {1} channels that come in and the {2} that go out");

    public static readonly DiagnosticDescriptor NegativePadding = Error(
        "GENNET065", "Padding is negative",
        "{0} must be at least 0, got {1}");

    public static readonly DiagnosticDescriptor InvalidOutputPadding = Error(
        "GENNET066", "Output padding is too large",
        "OutputPadding must be below the stride, {1}, got {0}");

    public static readonly DiagnosticDescriptor NothingLeft = Error(
        "GENNET067", "Nothing is left of the image",
        "With a padding of {0} nothing sensible is left of {1}: {2} rows and {3} columns");

    public static readonly DiagnosticDescriptor NoProjection = Error(
        "GENNET068", "No projection fits",
        "A convolution of single pixels makes no image of {1} from one of {0}, whatever its stride: make the layers that it goes around keep or divide rows and columns alike");

    public static readonly DiagnosticDescriptor InvalidPoolPadding = Error(
        "GENNET080", "Invalid padding of a pool",
        "The padding of windows of {0} must be at least 0 and at most {1}, half of their size, as in PyTorch; got {2}");

    public static readonly DiagnosticDescriptor WindowTooLarge = Error(
        "GENNET063", "Window is larger than the input",
        "A window of {0} does not fit into what comes, {1}{2}: make it smaller, or remove a layer that reduces the input");

    public static readonly DiagnosticDescriptor GroupsOfSequence = Error(
        "GENNET070", "Groups of a sequence",
        "GroupNorm takes [features] or [channels, rows, columns]; what comes is a sequence, {0}: use [LayerNorm], which normalises the features of each step");

    public static readonly DiagnosticDescriptor UnevenGroups = Error(
        "GENNET071", "Groups do not divide the channels",
        "{0} groups cannot be of one size, as there are {1} {2}: choose a divisor of {1}");

    public static readonly DiagnosticDescriptor InvalidEpsilon = Error(
        "GENNET072", "Invalid epsilon",
        "Epsilon must be a finite {0} above 0, got {1}");

    public static readonly DiagnosticDescriptor InvalidMomentum = Error(
        "GENNET073", "Invalid momentum",
        "The momentum of running statistics must be from 0 to 1, got {0}");

    public static readonly DiagnosticDescriptor NothingToNormalize = Error(
        "GENNET074", "Nothing to normalise",
        "{0} would normalise single numbers here, each to 0, as {1}: {2}");

    public static readonly DiagnosticDescriptor EmbeddingNotFirst = Error(
        "GENNET081", "Embedding is not the first layer",
        "Embedding takes tokens, which no layer gives: make it the first layer, behind [Input(steps)]");

    public static readonly DiagnosticDescriptor ClassesWithoutSoftmax = Error(
        "GENNET082", "Classes as targets of another loss",
        "Targets.Classes are for classifiers: the loss must be CrossEntropy and the last activation Softmax; they are {0} and {1}");

    public static readonly DiagnosticDescriptor UnevenHeads = Error(
        "GENNET085", "Heads do not divide the features",
        "{0} heads cannot be of one size, as a step has {1} features: choose a divisor of {1}");

    public static readonly DiagnosticDescriptor CausalWindow = Error(
        "GENNET086", "Causal window with a stride or a padding",
        "A causal convolution moves by one step, with zeros before the first step and none behind the last, as many as its window reaches back: remove {0}");

    public static readonly DiagnosticDescriptor LengthsWithoutSteps = Error(
        "GENNET087", "Lengths of something that has no steps",
        "Lengths are those of sequences, and of tokens before an [Embedding]; a sample is {0} here: write [Input(steps, features, Lengths = true)]");

    public static readonly DiagnosticDescriptor LayerWithoutLengths = Error(
        "GENNET088", "Layer does not know the lengths of rows",
        "{0} would count what stands behind the length of a row: {1}");

    public static readonly DiagnosticDescriptor UnfittingInit = Info(
        DiagnosticIds.UnfittingInit, "Initialisation does not fit the activation",
        "{0} does not keep the scale of what passes {1}; {2} does");

    public static readonly DiagnosticDescriptor Unoptimized = Info(
        "GENNET091", "Built without optimisation",
        "{0} of '{1}' is written into this project, which is built without optimisation, so it runs slower than in a Release build: " + Optimize);

    private static DiagnosticDescriptor Error(string id, string title, string message) => Of(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Info(string id, string title, string message) => Of(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Of(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, "GenNet", severity, isEnabledByDefault: true, helpLinkUri: HelpLink.Of(id));
}
