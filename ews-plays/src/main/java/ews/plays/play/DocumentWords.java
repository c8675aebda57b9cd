package ews.plays.play;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import ews.domain.metric.Measurement;
import ews.domain.segment.Condition;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * How documents say what plays are made of. It goes by the records, so that a new kind of step is read and written as soon
 * as it is there: what may be {@code null} may be left out, and so may lists; all else is missing where it is not there.
 * Constants are in lower case, and conditions are those of segments and rules.
 */
final class DocumentWords extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    static final JsonMapper JSON = JsonMapper.builder()
            .annotationIntrospector(new DocumentWords())
            .addMixIn(Condition.class, ConditionWords.Mixin.class)
            .addMixIn(Measurement.class, MeasurementWords.Mixin.class)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    it -> it.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withConfigOverride(
                    List.class, it -> it.setNullHandling(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL)))
            .changeDefaultPropertyInclusion(
                    _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .build();

    private DocumentWords() {}

    @Override
    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return member instanceof AnnotatedParameter parameter
                && member.getRawType() != List.class
                && !typeOf(parameter).isAnnotationPresent(Nullable.class);
    }

    private static AnnotatedType typeOf(AnnotatedParameter parameter) {
        var creator = (Executable) parameter.getOwner().getAnnotated();
        return creator.getAnnotatedParameterTypes()[parameter.getIndex()];
    }

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
        String[] found = super.findEnumValues(config, type, constants, names);
        for (int i = 0; i < constants.length; i++) {
            found[i] = found[i] == null ? constants[i].name().toLowerCase(Locale.ROOT) : found[i];
        }
        return found;
    }

    /** A constant as documents write it. */
    static String code(Object constant) {
        return JSON.valueToTree(constant).asString();
    }
}
