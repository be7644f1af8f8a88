from graphql import FieldNode, FragmentDefinitionNode, FragmentSpreadNode, GraphQLError

MOST = 8


def check_depth(document, operation):
    """For a document that is valid: its fragments are all there, and none contains itself."""
    fragments = {
        definition.name.value: definition
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }
    depth = depth_of(operation.selection_set, fragments)
    if depth > MOST:
        raise GraphQLError(
            f"The operation is {depth} fields deep. At most {MOST} are allowed.", extensions={"code": "TOO_DEEP"}
        )


def depth_of(selection_set, fragments):
    if selection_set is None:
        return 0
    return max(depth_of_selection(selection, fragments) for selection in selection_set.selections)


def depth_of_selection(selection, fragments):
    if isinstance(selection, FieldNode):
        return 1 + depth_of(selection.selection_set, fragments)
    if isinstance(selection, FragmentSpreadNode):
        return depth_of(fragments[selection.name.value].selection_set, fragments)
    return depth_of(selection.selection_set, fragments)
